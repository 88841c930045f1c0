"""The judge: the true values and derivatives, and how far given doubles are from them.

Standard input is rows of doubles, x and one number for each column. The first argument is the
library, gmpy2 (which is MPFR) or mpmath; the second a JSON object:

    name, parameters  the function
    kinks             the x whose derivative is a convention, which is not judged
    columns           what each column holds: "value" or "derivative"

Standard output is a JSON object: {"columns": [...]}, one verdict for each column, or
{"error": ...}. Numbers are texts, for JSON has no Infinity.

An error is counted in ulps: units in the last place of the binade of the true result, 2^-1074 for
subnormal ones.
"""

import json
import math
import sys
from array import array

LIBRARY = sys.argv[1]

if LIBRARY == 'gmpy2':
    import gmpy2 as library
    from gmpy2 import const_pi as pi, get_exp as binary_exponent, mpfr as number

    library.set_context(
        library.context(emin=library.get_emin_min(), emax=library.get_emax_max())
    )
    context = library.get_context()

    def set_precision(precision):
        context.precision = precision

    # mpfr_get_d rounds once, to nearest, also where the result is subnormal or infinite.
    nearest_double = float

    is_finite = library.is_finite
else:
    import mpmath as library
    from mpmath import isfinite as is_finite, mpf as number

    def pi():
        return +library.pi

    def set_precision(precision):
        library.mp.prec = precision

    def binary_exponent(t):
        return library.frexp(t)[1]

    def nearest_double(t):
        """mpmath's own float() rounds twice where the result is subnormal."""
        if t == 0 or not is_finite(t):
            return float(t)
        sign, mantissa, exponent, length = t._mpf_
        if exponent + length < -1080:
            return 0.0
        if exponent + length > 1024:
            return math.copysign(math.inf, t)
        # Python's division of whole numbers is correctly rounded; mantissa may be of another kind.
        whole, divisor = int(mantissa) << max(exponent, 0), 1 << max(-exponent, 0)
        try:
            return (-whole if sign else whole) / divisor
        except OverflowError:
            return math.copysign(math.inf, t)


acos, acosh, asin, asinh = library.acos, library.acosh, library.asin, library.asinh
atan, atanh, sin, cos, tan = library.atan, library.atanh, library.sin, library.cos, library.tan
log, log1p, log10, sqrt = library.log, library.log1p, library.log10, library.sqrt


def limited(function, limit=10**6):
    """The function, left as it is beyond a limit that is far outside the range of doubles.

    There even x times the result is nothing but 0, 1 or Infinity as a double, and exponents stay
    within what the library can hold.
    """
    return lambda x: function(x if abs(x) < limit else number(limit if x > 0 else -limit))


exp, expm1 = limited(library.exp), limited(library.expm1)
sinh, cosh, tanh = limited(library.sinh), limited(library.cosh), limited(library.tanh)
erf, erfc = limited(library.erf, 1000), limited(library.erfc, 1000)
exp2 = limited(lambda x: number(2) ** x)


def cbrt(x):
    return -library.cbrt(-x) if x < 0 else library.cbrt(x)


def sign(x):
    return (x > 0) - (x < 0)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return x + log1p(exp(-x)) if x > 0 else log1p(exp(x))


def normal_cdf(x):
    return erfc(-x / sqrt(number(2))) / 2


def normal_density(x):
    return exp(-x * x / 2) / sqrt(2 * pi())


def selu_constants():
    """lambda and lambda * alpha."""
    scale = number(10507009873554804934193349852946) / 10**31
    return scale, scale * number(16732632423543772848170429916717) / 10**31


def mish_derivative(x):
    return tanh(softplus(x)) + x * sigmoid(x) / cosh(softplus(x)) ** 2


# Value and derivative of x and the parameters. Sums whose terms cancel are fine: more digits are
# taken until they suffice. Only (1 + tiny) - 1 must not occur: all digits taken might be lost.
FUNCTIONS = {
    'identity': (lambda x: x, lambda x: 1),
    'square': (lambda x: x * x, lambda x: 2 * x),
    'cube': (lambda x: x * x * x, lambda x: 3 * x * x),
    'pow': (lambda x, p: x**p, lambda x, p: p * x ** (p - 1) if p != 0 else 0),
    'sqrt': (sqrt, lambda x: 1 / (2 * sqrt(x))),
    'cbrt': (cbrt, lambda x: 1 / (3 * cbrt(x) ** 2)),
    'rsqrt': (lambda x: 1 / sqrt(x), lambda x: -1 / (2 * x * sqrt(x))),
    'reciprocal': (lambda x: 1 / x, lambda x: -1 / (x * x)),
    'neg': (lambda x: -x, lambda x: -1),
    'abs': (abs, sign),
    'add': (lambda x, c: x + c, lambda x, c: 1),
    'scale': (lambda x, c: c * x, lambda x, c: c),
    'exp': (exp, exp),
    'exp2': (exp2, lambda x: exp2(x) * log(number(2))),
    'expm1': (expm1, exp),
    'log': (log, lambda x: 1 / x),
    'log2': (lambda x: log(x) / log(number(2)), lambda x: 1 / (x * log(number(2)))),
    'log10': (log10, lambda x: 1 / (x * log(number(10)))),
    'log1p': (log1p, lambda x: 1 / (1 + x)),
    'sin': (sin, cos),
    'cos': (cos, lambda x: -sin(x)),
    'tan': (tan, lambda x: 1 / cos(x) ** 2),
    'asin': (asin, lambda x: 1 / sqrt((1 - x) * (1 + x))),
    'acos': (acos, lambda x: -1 / sqrt((1 - x) * (1 + x))),
    'atan': (atan, lambda x: 1 / (1 + x * x)),
    'sinc': (
        lambda x: sin(x) / x if x != 0 else 1,
        lambda x: (cos(x) - sin(x) / x) / x if x != 0 else 0,
    ),
    'sinh': (sinh, cosh),
    'cosh': (cosh, sinh),
    'tanh': (tanh, lambda x: 1 / cosh(x) ** 2),
    'asinh': (asinh, lambda x: 1 / sqrt(1 + x * x)),
    'acosh': (acosh, lambda x: 1 / sqrt((x - 1) * (x + 1))),
    'atanh': (atanh, lambda x: 1 / ((1 - x) * (1 + x))),
    'sigmoid': (sigmoid, lambda x: exp(-abs(x)) / (1 + exp(-abs(x))) ** 2),
    'logsigmoid': (lambda x: -softplus(-x), lambda x: sigmoid(-x)),
    'softplus': (softplus, sigmoid),
    'relu': (lambda x: x if x > 0 else 0, lambda x: 1 if x > 0 else 0),
    'leakyRelu': (lambda x, a: x if x > 0 else a * x, lambda x, a: 1 if x > 0 else a),
    'elu': (
        lambda x, a: x if x > 0 else a * expm1(x),
        lambda x, a: 1 if x > 0 else a * exp(x),
    ),
    'selu': (
        lambda x: selu_constants()[0] * x if x > 0 else selu_constants()[1] * expm1(x),
        lambda x: selu_constants()[0] if x > 0 else selu_constants()[1] * exp(x),
    ),
    'gelu': (lambda x: x * normal_cdf(x), lambda x: normal_cdf(x) + x * normal_density(x)),
    'silu': (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x))),
    'mish': (lambda x: x * tanh(softplus(x)), mish_derivative),
    'softsign': (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    'hardtanh': (
        lambda x: x if abs(x) < 1 else sign(x),
        lambda x: 1 if abs(x) < 1 else 0,
    ),
    'erf': (erf, lambda x: 2 / sqrt(pi()) * exp(-x * x)),
    'erfc': (erfc, lambda x: -2 / sqrt(pi()) * exp(-x * x)),
    'gaussian': (lambda x: exp(-x * x), lambda x: -2 * x * exp(-x * x)),
}

PRECISIONS = (192, 320, 640, 1280, 2560, 5120)

# Two precisions that agree to 128 bits have lost at most 64: the second has 256 or more.
AGREEMENT = 2.0**-128

# Nearer to the middle between two doubles, in ulps, than this: 256 bits do not decide the rounding.
MARGIN = 2.0**-160

powers = {}


def power_of_two(exponent):
    if exponent not in powers:
        powers[exponent] = number(2) ** exponent
    return powers[exponent]


class Truth:
    """The true result, the double nearest to it, and errors against it."""

    def __init__(self, exact):
        self.exact = exact
        self.rounded = nearest_double(exact)
        exponent = binary_exponent(exact) if exact != 0 else 0
        self.per_ulp = power_of_two(-min(max(exponent - 53, -1074), 971))

    def distance(self, double):
        """In ulps. Infinity counts as the double after the largest, as it does in rounding."""
        if math.isinf(double):
            double = math.copysign(1, double) * power_of_two(1024)
        return abs(self.exact - double) * self.per_ulp

    def is_decided(self):
        """Whether more digits could not round it otherwise. A zero may be all lost digits."""
        return self.exact != 0 and abs(self.distance(self.rounded) - 0.5) > MARGIN

    def error_of(self, found):
        if found == self.rounded:
            return 0.0 if math.isinf(found) else nearest_double(self.distance(found))
        return nearest_double(self.distance(found)) if math.isfinite(found) else math.inf


def evaluate(formula, x, parameters):
    """A number, or None where the function is infinite. Whole numbers are taken as exact."""
    try:
        result = formula(number(x), *parameters)
    except ZeroDivisionError:
        return None
    return result if isinstance(result, int) or is_finite(result) else nan_or_none(result)


def nan_or_none(result):
    return math.nan if result != result else None


def truth_at(formula, x, parameters):
    """None at a pole; NaN where the definitions above fail."""
    previous = None
    for precision in PRECISIONS:
        set_precision(precision)
        current = evaluate(formula, x, parameters)
        if current is None or current != current:
            return current
        if isinstance(current, int):
            return Truth(number(current))
        if previous is not None and abs(current - previous) <= abs(current) * AGREEMENT:
            truth = Truth(current)
            if truth.is_decided():
                return truth
        previous = current
    # So near to the middle, or to zero, lie only results that are there exactly.
    return Truth(current)


def text_of(double):
    if math.isnan(double):
        return 'NaN'
    if math.isinf(double):
        return 'Infinity' if double > 0 else '-Infinity'
    return repr(double)


class Verdict:
    """On the numbers of one column."""

    def __init__(self):
        self.checked = self.correct = 0
        self.worst = 0.0
        self.wrong = []

    def add(self, x, truth, found):
        self.checked += 1
        expected, error = math.nan, math.inf
        if isinstance(truth, Truth):
            expected, error = truth.rounded, truth.error_of(found)
        if found == expected:
            self.correct += 1
        elif error > self.worst or len(self.wrong) < 3:
            self.note(error, {'x': x, 'expected': expected, 'found': found, 'ulps': error})
        self.worst = max(self.worst, error)

    def note(self, error, wrong):
        """Keeps the worst one, in front, and some of those before it."""
        if error > self.worst:
            self.wrong.insert(0, wrong)
            del self.wrong[3:]
        else:
            self.wrong.append(wrong)

    def as_json(self):
        return {
            'checked': self.checked,
            'correct': self.correct,
            'worst': text_of(self.worst),
            'wrong': [{key: text_of(n) for key, n in wrong.items()} for wrong in self.wrong],
        }


def judge(job, rows):
    value, derivative = FUNCTIONS[job['name']]
    parameters = [number(float(text)) for text in job['parameters']]
    kinks = {float(text) for text in job['kinks']}
    kinds = job['columns']
    verdicts = [Verdict() for _ in kinds]
    width = len(kinds) + 1
    for start in range(0, len(rows), width):
        x = rows[start]
        truths = {'value': truth_at(value, x, parameters) if 'value' in kinds else None}
        if 'derivative' in kinds and x not in kinks:
            truths['derivative'] = truth_at(derivative, x, parameters)
        for column, kind in enumerate(kinds):
            truth = truths.get(kind)
            if truth is not None:
                verdicts[column].add(x, truth, rows[start + 1 + column])
    return {'columns': [verdict.as_json() for verdict in verdicts]}


def main():
    job = json.loads(sys.argv[2])
    rows = array('d')
    rows.frombytes(sys.stdin.buffer.read())
    if job['name'] not in FUNCTIONS:
        print(json.dumps({'error': f"no true {job['name']} is written in truth.py"}))
    else:
        print(json.dumps(judge(job, rows)))


if __name__ == '__main__':
    main()
