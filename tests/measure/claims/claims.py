"""Derivatives of random formulas as texts, right ones and wrong ones, and what is true of each.

Reads one formula a line: its parts in reverse Polish notation, and x as a hexadecimal double,
separated by a tab. Differentiates by the rules of school, and prints a JSON object:

    state    "smooth", "kink", "edge" (one slope), "steep" (an infinite one), "jump", "none" (no
             value), or "unclear" (nothing is said)
    left, right   the slopes to both sides, the nearest doubles; null where there is none
    value    of the formula
    isFine   whether the steps of a staircase in it are so fine that its values show its trend
    claims   for each its text, its double, and `apart`: how far it is from the derivative, as a
             part of it; at a kink how far it is outside both slopes, as a part of the larger one

The truth is that of numbers of 400 digits, more at a tiny x, and must be the same with 650: the slopes are those at
distances of 1e-40 and 1e-80 from x, where a smooth function shows 40 digits of its slope at x.
"""

import json
import sys

from mpmath import mp, mpf, mpc

DIGITS = (400, 650)
# A result of 0 is computed again with so many digits: 1 - sigmoid(1700) is 1e-739.
DIGITS_OF_ZERO = 2500
NEAR, NEARER = 40, 80
SAME = mpf(10) ** -18


class Undefined(Exception):
    """There is no value."""


class NotKnown(Exception):
    """Nobody says what it is, or it takes too long to tell."""


class Node:
    def __init__(self, kind, *parts):
        self.kind, self.parts = kind, parts


X = Node("x")


def number(text):
    return Node("number", text)


ZERO, ONE, TWO = number("0"), number("1"), number("2")


def is_number(node, text):
    return node.kind == "number" and node.parts[0] == text


def add(a, b):
    return b if is_number(a, "0") else a if is_number(b, "0") else Node("+", a, b)


def sub(a, b):
    return a if is_number(b, "0") else neg(b) if is_number(a, "0") else Node("-", a, b)


def mul(a, b):
    if is_number(a, "0") or is_number(b, "0"):
        return ZERO
    return b if is_number(a, "1") else a if is_number(b, "1") else Node("*", a, b)


def div(a, b):
    return ZERO if is_number(a, "0") else Node("/", a, b)


def power(a, b):
    return Node("^", a, b)


def neg(a):
    return Node("neg", a)


def call(name, *arguments):
    return Node(name, *arguments)


def square(a):
    return power(a, TWO)


def where(left, comparison, right, yes, no):
    return Node("choice", comparison, left, right, yes, no)


OUTER = {
    "exp": lambda u: call("exp", u),
    "expm1": lambda u: call("exp", u),
    "log": lambda u: div(ONE, u),
    "log2": lambda u: div(ONE, mul(u, call("log", TWO))),
    "log1p": lambda u: div(ONE, add(ONE, u)),
    "sqrt": lambda u: div(ONE, mul(TWO, call("sqrt", u))),
    "cbrt": lambda u: div(ONE, mul(number("3"), square(call("cbrt", u)))),
    "sin": lambda u: call("cos", u),
    "cos": lambda u: neg(call("sin", u)),
    "tan": lambda u: add(ONE, square(call("tan", u))),
    "asin": lambda u: div(ONE, call("sqrt", sub(ONE, square(u)))),
    "acos": lambda u: neg(div(ONE, call("sqrt", sub(ONE, square(u))))),
    "atan": lambda u: div(ONE, add(ONE, square(u))),
    "sinh": lambda u: call("cosh", u),
    "cosh": lambda u: call("sinh", u),
    "tanh": lambda u: sub(ONE, square(call("tanh", u))),
    "asinh": lambda u: div(ONE, call("sqrt", add(square(u), ONE))),
    "erf": lambda u: mul(div(TWO, call("sqrt", number("pi"))), call("exp", neg(square(u)))),
    "sigmoid": lambda u: mul(call("sigmoid", u), sub(ONE, call("sigmoid", u))),
    "softplus": lambda u: call("sigmoid", u),
    "relu": lambda u: where(u, ">", ZERO, ONE, ZERO),
    "abs": lambda u: call("sign", u),
    "sign": lambda u: ZERO,
    "step": lambda u: ZERO,
    "floor": lambda u: ZERO,
}


def derivative(node, memo):
    """By the rules for sums, products, quotients, powers, and what is inside something."""
    if id(node) not in memo:
        memo[id(node)] = differentiated(node, memo), node
    return memo[id(node)][0]


def differentiated(node, memo):
    kind = node.kind
    if kind == "x":
        return ONE
    if kind == "number":
        return ZERO
    if kind in OUTER:
        (u,) = node.parts
        return mul(OUTER[kind](u), derivative(u, memo))
    a, b = node.parts
    da, db = derivative(a, memo), derivative(b, memo)
    if kind == "+":
        return add(da, db)
    if kind == "-":
        return sub(da, db)
    if kind == "*":
        return add(mul(da, b), mul(a, db))
    if kind == "/":
        return div(sub(mul(da, b), mul(a, db)), square(b))
    if kind == "max":
        return where(a, ">=", b, da, db)
    if kind == "min":
        return where(a, "<=", b, da, db)
    if kind == "hypot":
        return div(add(mul(a, da), mul(b, db)), node)
    if kind == "atan2":
        return div(sub(mul(b, da), mul(a, db)), add(square(a), square(b)))
    if kind == "mod":
        return sub(da, mul(call("floor", div(a, b)), db))
    if is_number(db, "0"):
        return mul(mul(b, power(a, sub(b, ONE))), da)
    return mul(node, add(mul(db, call("log", a)), div(mul(b, da), a)))


def text_of(node):
    kind, parts = node.kind, node.parts
    if kind == "x":
        return "x"
    if kind == "number":
        return parts[0]
    if kind == "neg":
        return f"(-{text_of(parts[0])})"
    if kind == "choice":
        comparison, left, right, yes, no = parts
        return f"({text_of(left)} {comparison} {text_of(right)} ? {text_of(yes)} : {text_of(no)})"
    if kind in ("+", "-", "*", "/", "^"):
        return f"({text_of(parts[0])}{kind}{text_of(parts[1])})"
    return f"{kind}({', '.join(text_of(part) for part in parts)})"


MOST = mpf(10) ** 60


def moderate(u):
    """Of an exponent or an angle: a larger one takes more digits than there are."""
    if abs(u) > MOST:
        raise NotKnown
    return u


def positive(u):
    if u <= 0:
        raise Undefined
    return u


def within_one(u):
    if abs(u) > 1:
        raise Undefined
    return u


def not_zero(u):
    if u == 0:
        raise Undefined
    return u


def root(u):
    if u < 0:
        raise Undefined
    return mp.sqrt(u)


def cube_root(u):
    return mp.sign(u) * mp.cbrt(abs(u))


UNARY = {
    "neg": lambda u: -u,
    "exp": lambda u: mp.exp(moderate(u)),
    "expm1": lambda u: mp.expm1(moderate(u)),
    "log": lambda u: mp.log(positive(u)),
    "log2": lambda u: mp.log(positive(u)) / mp.log(2),
    "log1p": lambda u: mp.log(positive(1 + u)) if abs(u) > 1e-50 else mp.log1p(u),
    "sqrt": root,
    "cbrt": cube_root,
    "sin": lambda u: mp.sin(moderate(u)),
    "cos": lambda u: mp.cos(moderate(u)),
    "tan": lambda u: mp.tan(moderate(u)),
    "asin": lambda u: mp.asin(within_one(u)),
    "acos": lambda u: mp.acos(within_one(u)),
    "atan": mp.atan,
    "sinh": lambda u: mp.sinh(moderate(u)),
    "cosh": lambda u: mp.cosh(moderate(u)),
    "tanh": lambda u: mp.tanh(moderate(u)),
    "asinh": lambda u: mp.sign(u) * mp.asinh(abs(u)),
    "erf": lambda u: mp.erf(u) if abs(u) < 1e4 else mpf(mp.sign(u)),
    "sigmoid": lambda u: 1 / (1 + mp.exp(-moderate(u))),
    "softplus": lambda u: mp.log1p(mp.exp(moderate(u))) if u < 1e4 else +u,
    "relu": lambda u: u if u > 0 else mpf(0),
    "abs": abs,
    "sign": lambda u: mpf(mp.sign(u)),
    "step": lambda u: mpf(1 if u >= 0 else 0),
    "floor": mp.floor,
}

COMPARED = {">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b}


def raised(a, b, is_constant):
    if a > 0:
        return mp.exp(moderate(b * mp.log(a))) if b != mp.floor(b) else whole_power(a, b)
    if not is_constant or b != mp.floor(b) or (a == 0 and b == 0):
        raise NotKnown
    if a == 0:
        if b < 0:
            raise Undefined
        return mpf(0)
    return whole_power(a, b)


def whole_power(a, b):
    moderate(b * mp.log(abs(a)))
    return mp.power(a, int(b))


def has_x(node, memo={}):
    if id(node) not in memo:
        parts = [part for part in node.parts if isinstance(part, Node)]
        memo[id(node)] = node.kind == "x" or any(has_x(part) for part in parts), node
    return memo[id(node)][0]


def value(node, x, memo):
    if id(node) in memo:
        return memo[id(node)]
    result = computed(node, x, memo)
    if isinstance(result, mpc) or not mp.isfinite(result):
        raise NotKnown
    memo[id(node)] = result
    return result


def computed(node, x, memo):
    kind = node.kind
    if kind == "x":
        return x
    if kind == "number":
        return +mp.pi if node.parts[0] == "pi" else mpf(node.parts[0])
    if kind == "choice":
        comparison, left, right, yes, no = node.parts
        holds = COMPARED[comparison](value(left, x, memo), value(right, x, memo))
        return value(yes if holds else no, x, memo)
    given = [value(part, x, memo) for part in node.parts]
    if kind in UNARY:
        return UNARY[kind](*given)
    a, b = given
    if kind == "+":
        return a + b
    if kind == "-":
        return a - b
    if kind == "*":
        return a * b
    if kind == "/":
        return a / not_zero(b)
    if kind == "max":
        return max(a, b)
    if kind == "min":
        return min(a, b)
    if kind == "hypot":
        return mp.sqrt(a * a + b * b)
    if kind == "atan2":
        if a == 0 and b == 0:
            raise Undefined
        return mp.atan2(a, b)
    if kind == "mod":
        return a - not_zero(b) * mp.floor(a / b)
    return raised(a, b, not has_x(node.parts[1]))


def parsed(parts):
    stack = []
    for part in parts:
        if part == "x":
            stack.append(X)
        elif part in OUTER:
            stack.append(Node(part, stack.pop()))
        elif part == "pi" or part[0].isdigit():
            stack.append(number(part))
        else:
            b, a = stack.pop(), stack.pop()
            stack.append(Node(part, a, b))
    return stack.pop()


def value_or_none(node, x):
    try:
        return value(node, x, {})
    except Undefined:
        return None


def side(f, df, x, sign):
    """The limit of the slope, or one of the words."""
    unit = sign * (abs(x) if x != 0 else mpf(1))
    near, nearer = x + unit * mpf(10) ** -NEAR, x + unit * mpf(10) ** -NEARER
    y, there, beside = (value_or_none(f, at) for at in (x, near, nearer))
    if beside is None:
        return None
    if there is None:
        return "unclear"
    far, close = abs(there - y), abs(beside - y)
    if close > far * mpf(10) ** -5 and close > abs(y) * mpf(10) ** -30:
        return "jump"
    slope, steeper = value_or_none(df, near), value_or_none(df, nearer)
    if slope is None or steeper is None:
        return "unclear"
    if abs(steeper - slope) <= SAME * abs(steeper):
        return steeper
    if abs(steeper) <= mpf(10) ** -8 * abs(slope):
        return mpf(0)
    return "steep" if abs(steeper) >= mpf(10) ** 8 * abs(slope) else "unclear"


def truth(f, df, x):
    """The state and both slopes."""
    if value_or_none(f, x) is None:
        return "none", None, None
    left, right = (side(f, df, x, sign) for sign in (-1, 1))
    for word in ("unclear", "jump", "steep"):
        if word in (left, right):
            return word, None, None
    if left is None and right is None:
        return "unclear", None, None
    if left is None or right is None:
        return "edge", left, right
    is_smooth = abs(left - right) <= SAME * max(abs(left), abs(right))
    return "smooth" if is_smooth else "kink", left, right


def agreed(make, x):
    """What comes out with so many digits, and with more."""
    found = []
    for digits in DIGITS:
        found.append(with_digits(digits, make, x))
    if any(value == 0 for value in found[-1] if isinstance(value, mpf)):
        found[-1] = with_digits(DIGITS_OF_ZERO, make, x)
    return found


def with_digits(digits, make, x):
    mp.dps = digits + 3 * max(0, -int(mp.log10(abs(x)))) if x != 0 else digits
    return make()


def is_same(a, b):
    if not isinstance(a, mpf) or not isinstance(b, mpf):
        return a == b
    return abs(a - b) <= mpf(10) ** -30 * max(abs(a), abs(b))


def known(make, x):
    first, second = agreed(make, x)
    if not all(is_same(a, b) for a, b in zip(first, second)):
        raise NotKnown
    return second


def apart(claim, left, right):
    slopes = [slope for slope in (left, right) if slope is not None]
    low, high = min(slopes), max(slopes)
    outside = max(low - claim, claim - high, mpf(0))
    size = max(abs(low), abs(high))
    return outside / size if size > 0 else mpf("inf") if outside > 0 else mpf(0)


def without_a_term(node):
    """The first sum or difference inside without its second term."""
    if node.kind in ("+", "-"):
        return node.parts[0]
    if node.kind == "choice":
        return None
    for k, part in enumerate(node.parts):
        other = without_a_term(part) if isinstance(part, Node) else None
        if other is not None:
            return Node(node.kind, *node.parts[:k], other, *node.parts[k + 1 :])
    return None


def texts_of(df):
    yield df
    for factor in ("1.001", "1.000000001", "1.000000000001", "1.0000000000001", "2"):
        yield mul(number(factor), df) if not is_number(df, "1") else number(factor)
    yield neg(df)
    yield ZERO
    yield number("1.5")
    yield add(df, ONE)
    yield add(df, number("1e-7"))
    shorter = without_a_term(df)
    if shorter is not None:
        yield shorter


def is_fine(node, x):
    """Whether the steps of a staircase inside are no wider than a part of 1e-4 of x."""
    parts = [part for part in node.parts if isinstance(part, Node)]
    if node.kind in ("floor", "mod"):
        inside = div(*parts) if node.kind == "mod" else parts[0]
        beside = x * (1 + mpf(10) ** -4)
        if abs(value(inside, beside, {}) - value(inside, x, {})) > 0.5:
            return True
    return any(is_fine(part, x) for part in parts)


def described(parts, x):
    mp.dps = DIGITS[-1]
    x = mpf(x)
    f = parsed(parts)
    df = derivative(f, {})
    state, left, right = known(lambda: truth(f, df, x), x)
    claims = []
    for claim in texts_of(df):
        text = text_of(claim)
        if len(text) > 3000:
            continue
        try:
            (number_,) = known(lambda: (value_or_none(claim, x),), x)
        except NotKnown:
            continue
        if number_ is None:
            continue
        far = apart(number_, left, right) if state in ("smooth", "kink", "edge") else mpf("inf")
        claims.append({"text": text, "value": double(number_), "apart": double(far)})
    known_ = {"value": double(value_or_none(f, x)), "left": double(left), "right": double(right)}
    return {"state": state, "isFine": is_fine(f, x), **known_, "claims": claims}


def double(number_):
    """As a text, for JSON has no infinities; the nearest double."""
    return None if number_ is None else repr(float(number_))


def main():
    for line in sys.stdin:
        parts, x = line.rstrip("\n").split("\t")
        try:
            found = described(parts.split(" "), float.fromhex(x))
        except (NotKnown, Undefined, OverflowError, RecursionError, ValueError):
            found = {"state": "unclear", "left": None, "right": None, "claims": []}
        print(json.dumps(found))


main()
