"""Microseconds for value and derivative of one point by power series of Arb's balls, 128 bits."""

import time

from flint import arb, arb_series, ctx

ctx.prec = 128
ctx.cap = 2
COUNT = 100_000


def measure(make, at):
    x = arb_series([arb(at), 1])
    start = time.perf_counter()
    for _ in range(COUNT):
        make(x)
    print(f"{1e6 * (time.perf_counter() - start) / COUNT:.3f}")


measure(lambda x: x * (-x).exp(), 0.7)
measure(lambda x: (x * x.log()).exp(), 0.7)
measure(lambda x: (1 - x.cos()) / (x * x), 1e-8)
measure(lambda x: ((x * x) * (x * x)).exp(), 0.7)
