"""Draws what benchmarks/real measured, and writes its README and the table of docs/comparison.md: plots.py <folder>.

The folder has java17.tsv, java25.tsv and lib, the jars of both.
"""

import math
import re
import sys
from pathlib import Path

from drawings import ASSETS, ROOT, escape, svg

# The peer of each library, where our binding is, and a pattern of the peer's jars.
LIBRARIES = {
    "zstd": ("zstd-jni", "zstd", "zstd-jni-*"),
    "LZ4": ("lz4-java", "lz4", "lz4-java-*"),
    "SQLite": ("sqlite-jdbc", "sqlite", "sqlite-jdbc-*"),
    "PCRE2": ("java.util.regex", "pcre2", None),
    "tree-sitter": ("jtreesitter", "tree-sitter", "jtreesitter-*"),
    "libsodium": ("lazysodium", "libsodium", "lazysodium-* jna-* resource-loader-*"),
    "libgit2": ("JGit", "libgit2", "org.eclipse.jgit-* JavaEWAH-* commons-codec-*"),
}
COLOURS = {("compress", "17"): "a", ("compress", "25"): "b", ("decompress", "17"): "c", ("decompress", "25"): "d"}
STYLE = """<style>
    .a { stroke: #1565c0 } .b { stroke: #64a5e8; stroke-dasharray: 6 4 } .c { stroke: #c2410c } .d { stroke: #ef9a5c; stroke-dasharray: 6 4 }
    .curve { fill: none; stroke-width: 2.5 } .grid { stroke: #d0d4dc; stroke-width: 1 } .one { stroke: #555e70; stroke-width: 1.5 }
    .j17 { fill: none; stroke: #c2410c; stroke-width: 1.8 } .j25 { fill: #1565c0 }
    @media (prefers-color-scheme: dark) {
      .a { stroke: #64b5f6 } .b { stroke: #a9d3f7 } .c { stroke: #ff8a50 } .d { stroke: #ffc39b }
      .grid { stroke: #3a4150 } .one { stroke: #a8b0c0 } .j17 { stroke: #ff8a50 } .j25 { fill: #64b5f6 }
    }
  </style>"""


def size(n):
    return "" if n == 0 else f"{n} B" if n < 1024 else f"{n >> 10} KB" if n < 1 << 20 else f"{n >> 20} MB"


def read(folder):
    """The ratio of each row: {(library, what, size): {java: ratio}}, in the order in which they were measured."""
    rows = {}
    for java in ("17", "25"):
        for line in (folder / f"java{java}.tsv").read_text(encoding="utf-8").splitlines():
            library, what, n, ours, peer = line.split("\t")
            rows.setdefault((library, what, int(n)), {})[java] = float(ours) / float(peer)
    return dict(sorted(rows.items(), key=lambda row: list(LIBRARIES).index(row[0][0])))


def over_size(library, rows):
    """Time over the size of the input, for what compresses."""
    points = {(what, java): sorted((n, ratios[java]) for (of, did, n), ratios in rows.items() if of == library and did == what)
              for what, java in COLOURS}
    width, height, left, top, right, bottom = 640, 340, 60, 50, 20, 90
    sizes = [n for n, _ in points["compress", "17"]]
    ratios = [ratio for curve in points.values() for _, ratio in curve]
    low, high = min(0.6, *ratios) - 0.05, max(1.2, *ratios) + 0.05
    x = {n: left + (width - left - right) * i / (len(sizes) - 1) for i, n in enumerate(sizes)}

    def y(ratio):
        return top + (height - top - bottom) * (high - ratio) / (high - low)

    peer = LIBRARIES[library][0]
    parts = [STYLE, f'<text x="{left}" y="26">{escape(library)}: time of cffi4j divided by that of {peer}; below 1 is better</text>']
    tick = round(low + 0.1, 1)
    while tick < high:
        kind = "one" if abs(tick - 1) < 0.01 else "grid"
        parts.append(f'<path class="{kind}" d="M{left} {y(tick):.1f}H{width - right}"/>'
                     f'<text class="small" x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:.1f}</text>')
        tick = round(tick + (0.1 if high - low < 1 else 0.2), 1)
    for n in sizes:
        parts.append(f'<text class="small" x="{x[n]:.1f}" y="{height - bottom + 22}" text-anchor="middle">{size(n)}</text>')
    for i, ((what, java), colour) in enumerate(COLOURS.items()):
        path = "L".join(f"{x[n]:.1f} {y(ratio):.1f}" for n, ratio in points[what, java])
        parts.append(f'<path class="curve {colour}" d="M{path}"/>')
        column, line = left + 290 * (i // 2), height - 42 + 24 * (i % 2)
        parts.append(f'<path class="curve {colour}" d="M{column} {line - 5}h34"/><text x="{column + 44}" y="{line}">{what}, Java {java}</text>')
    return svg(width, height, f"{library} by cffi4j beside {peer}: ratio of times over the size of the input", parts)


def all_rows(rows):
    """A point for each row, on a line for each library."""
    width, left, right, top, step = 760, 200, 30, 64, 38
    height = top + step * len(LIBRARIES) + 48
    ratios = [ratio for of in rows.values() for ratio in of.values()]
    low, high = math.log2(min(ratios)) - 0.3, math.log2(max(ratios)) + 0.3

    def x(ratio):
        return left + (width - left - right) * (math.log2(ratio) - low) / (high - low)

    parts = [STYLE, '<text x="20" y="28">Time of cffi4j divided by that of what Java users take today; left of 1 is better</text>',
             f'<circle class="j17" cx="{width - 190}" cy="46" r="5"/><text class="small" x="{width - 178}" y="50">Java 17</text>'
             f'<circle class="j25" cx="{width - 110}" cy="46" r="5"/><text class="small" x="{width - 98}" y="50">Java 25</text>']
    for power in range(math.ceil(low), math.floor(high) + 1):
        at, label = x(2 ** power), f"{2 ** power:g}" if power >= 0 else f"1/{2 ** -power}"
        parts.append(f'<path class="{"one" if power == 0 else "grid"}" d="M{at:.1f} {top}V{height - 40}"/>'
                     f'<text class="small" x="{at:.1f}" y="{height - 20}" text-anchor="middle">{label}</text>')
    for i, (library, (peer, _, _)) in enumerate(LIBRARIES.items()):
        y = top + step * i + step / 2
        parts.append(f'<text x="20" y="{y + 5:g}">{library} <tspan class="small">/ {peer}</tspan></text>')
        parts += [f'<circle class="j{java}" cx="{x(ratio):.1f}" cy="{y + (6 if java == "25" else -6):g}" r="5"/>'
                  for (of, _, _), both in rows.items() if of == library for java, ratio in both.items()]
    return svg(width, height, "Seven libraries by cffi4j, each beside what Java users take today: the ratio of times of each row", parts)


def kilobytes(files):
    return f"{round(sum(file.stat().st_size for file in files) / 1000):,} KB"


def costs(lib):
    """What a user downloads for Linux x86_64, and what the author writes."""
    shared = [*lib.glob("ffi-runtime-*"), *lib.glob("platform-classifiers-*")]
    yield "| | jars of cffi4j | the peer's | lines of C that bind |"
    yield "|---|---|---|---|"
    for library, (peer, example, jars) in LIBRARIES.items():
        ours = [*shared, *lib.glob(f"{example}-0*")]
        theirs = kilobytes([file for pattern in jars.split() for file in lib.glob(pattern)]) if jars else "0, the JDK has it"
        written = (ROOT / "examples" / example / "src" / "main" / "ffi").rglob("*.c*")
        lines = sum(1 for file in written for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
        yield f"| {library} / {peer} | {kilobytes(ours)} | {theirs} | {lines} |"


def replace(file, table):
    """Puts a table between the two comments of a page."""
    begin, end = "<!-- Written by benchmarks/real/run. -->\n", "<!-- End of what it writes. -->\n"
    text = file.read_text(encoding="utf-8")
    assert begin in text and end in text, file
    file.write_text(re.sub(f"({begin}).*?({end})", lambda found: found[1] + table + found[2], text, flags=re.DOTALL), encoding="utf-8")


def main():
    folder = Path(sys.argv[1])
    rows = read(folder)
    (ASSETS / "real-all.svg").write_text(all_rows(rows), encoding="utf-8")
    for library in ("zstd", "LZ4"):
        (ASSETS / f"real-{library.lower()}.svg").write_text(over_size(library, rows), encoding="utf-8")
    table = ["| | size | Java 17 | Java 25 |", "|---|---|---|---|"]
    for (library, what, n), ratios in rows.items():
        both = " | ".join(f"{ratios[java]:.2f}" if java in ratios else "–" for java in ("17", "25"))
        table.append(f"| {library}, {what} | {size(n)} | {both} |")
    replace(ROOT / "benchmarks" / "real" / "README.md", "\n".join([*table, "", *costs(folder / "lib")]) + "\n")
    starts = ["| start to the first call, processor time | Java 17 | Java 25 |", "|---|---|---|"]
    starts += [f"| {library} / {LIBRARIES[library][0]} | {ratios['17']:.2f} | {ratios['25']:.2f} |"
               for (library, what, _), ratios in rows.items() if what.startswith("start")]
    replace(ROOT / "docs" / "comparison.md", "\n".join([*starts, "", *costs(folder / "lib")]) + "\n")


if __name__ == "__main__":
    main()
