# x, y, numerical and backprop of square,exp,square at one x a line, as TSV. What is needed twice is
# computed once, and nothing is a function: a call takes awk longer than the arithmetic.
BEGIN { print "x\ty\tnumerical\tbackprop" }
{
  x = $1 + 0
  right = x + 1e-4
  left = x - 1e-4
  b = exp(x * x)
  u = exp(right * right)
  v = exp(left * left)
  printf "%.17g\t%.17g\t%.17g\t%.17g\n", x, b * b, (u * u - v * v) / 2e-4, 2 * x * (b * 2 * b)
}
