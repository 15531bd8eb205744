"""事实：一种一个类，按四本账分。Facts: a class each, by the four accounts."""
