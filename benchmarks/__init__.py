"""基准。Benchmarks; none of them is part of the product."""
