"""Draws what benchmarks/real measured, and writes its README: plots.py <java17.tsv> <java25.tsv>."""

import sys
from pathlib import Path

from drawings import ASSETS, ROOT, escape, svg

COLOURS = {("compress", "17"): "a", ("compress", "25"): "b", ("decompress", "17"): "c", ("decompress", "25"): "d"}
PEERS = {"zstd": "zstd-jni", "LZ4": "lz4-java"}
STYLE = """<style>
    .a { stroke: #1565c0 } .b { stroke: #64a5e8; stroke-dasharray: 6 4 } .c { stroke: #c2410c } .d { stroke: #ef9a5c; stroke-dasharray: 6 4 }
    .curve { fill: none; stroke-width: 2.5 } .grid { stroke: #d0d4dc; stroke-width: 1 } .one { stroke: #555e70; stroke-width: 1.5 }
    @media (prefers-color-scheme: dark) {
      .a { stroke: #64b5f6 } .b { stroke: #a9d3f7 } .c { stroke: #ff8a50 } .d { stroke: #ffc39b }
      .grid { stroke: #3a4150 } .one { stroke: #a8b0c0 }
    }
  </style>"""


def size(n):
    return f"{n} B" if n < 1024 else f"{n >> 10} KB" if n < 1 << 20 else f"{n >> 20} MB"


def read(file, java):
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        library, what, n, ours, peer = line.split("\t")
        yield library, what, java, int(n), float(ours) / float(peer)


def plot(library, rows):
    width, height, left, top, right, bottom = 640, 340, 60, 50, 20, 90
    sizes = sorted({row[3] for row in rows})
    low = min(0.6, *(row[4] for row in rows)) - 0.05
    high = max(1.2, *(row[4] for row in rows)) + 0.05
    x = {n: left + (width - left - right) * i / (len(sizes) - 1) for i, n in enumerate(sizes)}

    def y(ratio):
        return top + (height - top - bottom) * (high - ratio) / (high - low)

    parts = [STYLE, f'<text x="{left}" y="26">{escape(library)}: time of cffi4j divided by that of {PEERS[library]}; below 1 is better</text>']
    tick = round(low + 0.1, 1)
    while tick < high:
        kind = "one" if abs(tick - 1) < 0.01 else "grid"
        parts.append(f'<path class="{kind}" d="M{left} {y(tick):.1f}H{width - right}"/>'
                     f'<text class="small" x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:.1f}</text>')
        tick = round(tick + (0.1 if high - low < 1 else 0.2), 1)
    for n in sizes:
        parts.append(f'<text class="small" x="{x[n]:.1f}" y="{height - bottom + 22}" text-anchor="middle">{size(n)}</text>')
    for i, ((what, java), colour) in enumerate(COLOURS.items()):
        points = sorted((row[3], row[4]) for row in rows if row[1:3] == (what, java))
        path = "L".join(f"{x[n]:.1f} {y(ratio):.1f}" for n, ratio in points)
        parts.append(f'<path class="curve {colour}" d="M{path}"/>')
        column, line = left + 290 * (i // 2), height - 42 + 24 * (i % 2)
        parts.append(f'<path class="curve {colour}" d="M{column} {line - 5}h34"/><text x="{column + 44}" y="{line}">{what}, Java {java}</text>')
    return svg(width, height, f"{library} by cffi4j beside {PEERS[library]}: ratio of times over the size of the input", parts)


def main():
    rows = [*read(sys.argv[1], "17"), *read(sys.argv[2], "25")]
    table = ["| | size | Java 17 | Java 25 |", "|---|---|---|---|"]
    ratios = {row[:4]: row[4] for row in rows}
    for library in PEERS:
        (ASSETS / f"real-{library.lower()}.svg").write_text(plot(library, [row for row in rows if row[0] == library]), encoding="utf-8")
        for what in ("compress", "decompress"):
            for n in sorted({row[3] for row in rows}):
                table.append(f"| {library}, {what} | {size(n)} | {ratios[library, what, '17', n]:.2f} | {ratios[library, what, '25', n]:.2f} |")
    readme = ROOT / "benchmarks" / "real" / "README.md"
    text = readme.read_text(encoding="utf-8")
    begin = text.index("<!-- Written by the benchmark. -->")
    readme.write_text(text[:begin] + "<!-- Written by the benchmark. -->\n" + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
