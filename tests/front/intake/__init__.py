"""收文桌的测试。Tests of the intake desk through its door."""
