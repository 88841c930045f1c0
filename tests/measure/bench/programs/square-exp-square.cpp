// x, y, numerical and backprop of square,exp,square at one x a line, as TSV with the shortest digits
// that read back to the same double: C++17, one thread, blocks of a megabyte.

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <vector>

namespace {

constexpr std::size_t block = 1 << 20;
constexpr std::size_t longest_row = 4 * 32;

[[noreturn]] void fail(const char* message) {
  std::fprintf(stderr, "square-exp-square: %s\n", message);
  std::exit(1);
}

class Writer {
 public:
  void text(const char* characters) {
    const std::size_t length = std::strlen(characters);
    std::memcpy(next, characters, length);
    next += length;
  }

  void number(double value, char end) {
    next = std::to_chars(next, buffer.data() + buffer.size(), value).ptr;
    *next++ = end;
  }

  void make_room() {
    if (buffer.data() + buffer.size() - next < static_cast<std::ptrdiff_t>(longest_row)) flush();
  }

  void flush() {
    const std::size_t length = next - buffer.data();
    if (std::fwrite(buffer.data(), 1, length, stdout) != length) fail("cannot write");
    next = buffer.data();
  }

 private:
  std::vector<char> buffer = std::vector<char>(block);
  char* next = buffer.data();
};

double f(double x) {
  const double b = std::exp(x * x);
  return b * b;
}

void differentiate(const char* begin, const char* end, Writer& out) {
  double x;
  const auto [last, error] = std::from_chars(begin, end, x);
  if (error != std::errc() || last != end) fail("not a number");
  const double b = std::exp(x * x);
  out.make_room();
  out.number(x, '\t');
  out.number(b * b, '\t');
  out.number((f(x + 1e-4) - f(x - 1e-4)) / 2e-4, '\t');
  out.number(2 * x * (b * 2 * b), '\n');
}

}  // namespace

int main() {
  std::vector<char> input(block);
  std::size_t rest = 0;  // of a line that the block before has the beginning of
  Writer out;
  out.text("x\ty\tnumerical\tbackprop\n");
  for (;;) {
    if (rest == input.size()) fail("a line too long");
    const std::size_t count = std::fread(input.data() + rest, 1, input.size() - rest, stdin);
    if (count == 0) break;
    const char* line = input.data();
    const char* const end = line + rest + count;
    while (const void* found = std::memchr(line, '\n', end - line)) {
      const char* const newline = static_cast<const char*>(found);
      differentiate(line, newline, out);
      line = newline + 1;
    }
    rest = end - line;
    std::memmove(input.data(), line, rest);
  }
  if (std::ferror(stdin)) fail("cannot read");
  if (rest > 0) differentiate(input.data(), input.data() + rest, out);
  out.flush();
  // What fwrite has kept back is written here, where a full disk can still be told.
  if (std::fflush(stdout) != 0) fail("cannot write");
}
