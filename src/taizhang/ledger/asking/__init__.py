"""请求：一种一个类，按四本账分。Requests: a class each, by the four accounts."""
