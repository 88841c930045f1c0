\\ Microseconds for value and derivative of one point, 38 digits, without a bound: one line a formula.
default(realprecision, 38);
show(start, n) = print(strprintf("%.3f", 1000. * (getwalltime() - start) / n));
n = 100000;
a = 0.7; b = 1e-8;
s = getwalltime(); for(i = 1, n, a * exp(-a); derivnum(t = a, t * exp(-t))); show(s, n);
s = getwalltime(); for(i = 1, n, a^a; derivnum(t = a, t^t)); show(s, n);
s = getwalltime(); for(i = 1, n, (1 - cos(b)) / b^2; derivnum(t = b, (1 - cos(t)) / t^2)); show(s, n);
s = getwalltime(); for(i = 1, n, exp((a^2)^2); derivnum(t = a, exp((t^2)^2))); show(s, n);
