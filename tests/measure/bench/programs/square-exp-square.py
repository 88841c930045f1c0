"""x, y, numerical and backprop of square,exp,square at one x a line, as TSV."""

import numpy as np


def f(x):
    return np.square(np.exp(np.square(x)))


# By their paths: open files such as sys.stdout take numpy up to twice as long.
x = np.loadtxt("/dev/stdin", ndmin=1)
b = np.exp(np.square(x))
numerical = (f(x + 1e-4) - f(x - 1e-4)) / 2e-4
backprop = 2 * x * (b * 2 * b)
columns = np.column_stack((x, np.square(b), numerical, backprop))
names = "\t".join(("x", "y", "numerical", "backprop"))
np.savetxt("/dev/stdout", columns, fmt="%.17g", delimiter="\t", header=names, comments="")
