"""What gradient checkers say of derivatives that are right, wrong, or neither.

Each checker runs as it comes, with its own step and tolerances, in doubles unless its name says
otherwise, and only to the first order. Standard output is rows of tab-separated values: checker,
version, case, outcome. The outcome is what the checker returned, or what it raised. One whose
package is not here has one row, with a dash for the case.
"""

import sys
import warnings
from importlib.metadata import PackageNotFoundError, version

# A case is a function, the derivative claimed for it, and x. m is numpy or a module like it.
CASES = {
    # Wrong, by a factor of 1.001 and of 1.000001.
    'off 1e-3': (lambda m, x: x * m.exp(-x), lambda m, x: m.exp(-x) * (1 - x) * 1.001, 0.5),
    'off 1e-6': (lambda m, x: x * m.exp(-x), lambda m, x: m.exp(-x) * (1 - x) * 1.000001, 0.5),
    # Right.
    'tiny chain': (lambda m, x: m.exp(x * x) ** 2, lambda m, x: 4 * x * m.exp(2 * x * x), 1e-12),
    'tiny square': (lambda m, x: x * x, lambda m, x: 2 * x, 1e-12),
    # Wrong, by half: does the checker see anything at such an x?
    'tiny wrong': (lambda m, x: x * x, lambda m, x: 3 * x, 1e-12),
    # A kink: 0 is a convention.
    'relu at 0': (
        lambda m, x: m.maximum(x, 0 * x),
        lambda m, x: m.sign(m.maximum(x, 0 * x)),
        0.0,
    ),
    # The function is undefined.
    'log at -1': (lambda m, x: m.log(x), lambda m, x: 1 / x, -1.0),
    # 0 in doubles, where the true derivative is 1.699e-17.
    'tanh at 20': (lambda m, x: m.tanh(x), lambda m, x: 1 - m.tanh(x) ** 2, 20.0),
}

SEEDS = 100


def said(check):
    """What a checker that may raise says, on one line."""
    try:
        return str(check())
    except Exception as error:
        return f'raises {type(error).__name__}: ' + ' '.join(str(error).split())


def central_difference(f, x, eps=1e-4):
    return (f(x + eps) - f(x - eps)) / (2 * eps)


def numpy_allclose():
    """As the book compares: the step is its, the tolerances are numpy's."""
    import numpy as np

    def check(f, claim, x):
        x = np.float64(x)
        numerical = central_difference(lambda x: f(np, x), x)
        return said(lambda: np.allclose(claim(np, x), numerical))

    return version('numpy'), check


def dezero():
    import numpy as np
    from dezero import Function
    from dezero.utils import gradient_check

    def check(f, claim, x):
        class Claimed(Function):
            def forward(self, x):
                return f(np, x)

            def backward(self, gy):
                return gy * claim(np, self.inputs[0].data)

        return said(lambda: gradient_check(lambda x: Claimed()(x), np.array([x])))

    return version('dezero'), check


def dezero_formula():
    """What gradient_check of dezero/utils.py computes, with the same step and tolerances."""
    import numpy as np

    def check(f, claim, x):
        x = np.float64(x)
        numerical = central_difference(lambda x: f(np, x), x)
        return said(lambda: np.allclose(numerical, claim(np, x), rtol=1e-4, atol=1e-5))

    return 'numpy ' + version('numpy'), check


def scipy_check_grad():
    """A distance, and no verdict; in scipy's own tests it has to be below 1.5e-7."""
    import numpy as np
    from scipy.optimize import check_grad

    def check(f, claim, x):
        return said(lambda: check_grad(lambda x: f(np, x)[0], lambda x: claim(np, x), [x]))

    return version('scipy'), check


def autograd_check_grads():
    """In random directions, one for each seed."""
    import numpy as np
    from autograd.extend import defjvp, defvjp, primitive
    from autograd.test_util import check_grads

    def check(f, claim, x):
        claimed = primitive(lambda x: f(np, x))
        defvjp(claimed, lambda y, x: lambda g: g * claim(np, x))
        defjvp(claimed, lambda g, y, x: g * claim(np, x))

        def attempt(seed):
            np.random.seed(seed)
            return said(lambda: check_grads(claimed, order=1)(x))

        raised = [text for text in map(attempt, range(SEEDS)) if text != 'None']
        if not raised:
            return 'None'
        if len(raised) == SEEDS:
            return raised[0]
        share = f'raises with {len(raised)} of {SEEDS} seeds'
        return share + raised[0].removeprefix('raises')

    return version('autograd'), check


def jax_check_grads(bits):
    def load():
        import jax
        from jax import numpy as jnp
        from jax.test_util import check_grads

        def check(f, claim, x):
            jax.config.update('jax_enable_x64', bits == 64)
            claimed = jax.custom_jvp(lambda x: f(jnp, x))
            claimed.defjvps(lambda g, y, x: g * claim(jnp, x))
            return said(lambda: check_grads(claimed, (jnp.asarray(x, f'float{bits}'),), order=1))

        return version('jax'), check

    return load


def torch_gradcheck():
    import torch

    def check(f, claim, x):
        class Claimed(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(x)
                return f(torch, x)

            @staticmethod
            def backward(ctx, gy):
                return gy * claim(torch, *ctx.saved_tensors)

        x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        return said(lambda: torch.autograd.gradcheck(Claimed.apply, (x,)))

    return version('torch'), check


def tensorflow_compute_gradient():
    """The distance of the two gradients that it returns, and no verdict."""
    import tensorflow as tf

    def check(f, claim, x):
        @tf.custom_gradient
        def claimed(x):
            return f(tf.math, x), lambda gy: gy * claim(tf.math, x)

        def distance():
            (claims,), (numbers,) = tf.test.compute_gradient(
                claimed, [tf.constant(x, tf.float64)]
            )
            return abs(claims - numbers).max()

        return said(distance)

    return version('tensorflow-cpu'), check


CHECKERS = {
    'DeZero gradient_check': dezero,
    'the formula of DeZero': dezero_formula,
    'numpy allclose': numpy_allclose,
    'scipy check_grad': scipy_check_grad,
    'autograd check_grads': autograd_check_grads,
    'jax check_grads, x64 off': jax_check_grads(32),
    'jax check_grads, x64 on': jax_check_grads(64),
    'torch gradcheck': torch_gradcheck,
    'tensorflow compute_gradient': tensorflow_compute_gradient,
}


def main():
    # A checker prints what it pleases; the rows are to stand alone.
    rows, sys.stdout = sys.stdout, sys.stderr
    # log(-1) is meant.
    warnings.simplefilter('ignore')
    for name, load in CHECKERS.items():
        try:
            number, check = load()
        except (ImportError, PackageNotFoundError) as error:
            print(name, '-', '-', f'not measured: {error}', sep='\t', file=rows)
            continue
        for case, arguments in CASES.items():
            print(name, number, case, check(*arguments), sep='\t', file=rows, flush=True)


if __name__ == '__main__':
    main()
