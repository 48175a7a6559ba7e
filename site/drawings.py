"""Writes the drawings of the pages: docs/assets/*.svg. Each has its own colours for light and dark.

With --check, writes nothing, and fails if a drawing is not what this program would write.
"""

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
STYLE = """
    svg { font: 14px system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif }
    .page { fill: #ffffff } .box { fill: #eef1fb; stroke: #5c6bc0 } .file { fill: #fff8e6; stroke: #b58900 }
    .out { fill: #e9f6ee; stroke: #2e8b57 } text { fill: #1f2430 } .small { font-size: 12px; fill: #555e70 }
    .line { stroke: #6b7385; stroke-width: 1.5; fill: none } .tip { fill: #6b7385 }
    .mono { font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; white-space: pre }
    .screen { fill: #f6f8fa; stroke: #d0d7de } .good { fill: #1a7f37 } .dim { fill: #57606a } .name { fill: #0550ae }
    @media (prefers-color-scheme: dark) {
      .page { fill: #1e2129 } .box { fill: #2a3050; stroke: #8c9eff } .file { fill: #3a3216; stroke: #d9b44a }
      .out { fill: #1d3a2a; stroke: #5fbf86 } text { fill: #e6e8ee } .small { fill: #a8b0c0 }
      .line { stroke: #97a0b3 } .tip { fill: #97a0b3 }
      .screen { fill: #0d1117; stroke: #30363d } .good { fill: #56d364 } .dim { fill: #8b949e } .name { fill: #79c0ff }
    }
"""


def svg(width, height, title, parts):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'role="img" aria-label="{escape(title, quote=True)}">\n  <title>{escape(title)}</title>\n  <style>{STYLE}  </style>\n'
            f'  <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
            f'<path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>\n'
            f'  <rect class="page" width="{width}" height="{height}" rx="8"/>\n' + "".join(f"  {part}\n" for part in parts) + "</svg>\n")


def box(kind, x, y, width, height, *lines):
    """A box with a first line, and smaller ones below it."""
    top = y + height / 2 - 9 * (len(lines) - 1) + 5
    texts = "".join(f'<text x="{x + width / 2:g}" y="{top + 18 * i:g}" text-anchor="middle"{" class=" + chr(34) + "small" + chr(34) if i else ""}>'
                    f'{escape(line)}</text>' for i, line in enumerate(lines))
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="6"/>{texts}'


def arrow(*points):
    return '<path class="line" marker-end="url(#tip)" d="M' + "L".join(f"{x} {y}" for x, y in points) + '"/>'


def note(x, y, text, anchor="middle"):
    return f'<text class="small" x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def build():
    parts = [
        box("file", 20, 30, 170, 56, "Geo.cdef", "what Java needs"),
        box("file", 20, 110, 170, 56, "Geo.c", '#include "geo.h"'),
        box("file", 20, 190, 170, 56, "C sources", "yours, or downloaded"),
        box("box", 250, 70, 170, 56, "ffi:generate", "check, fill in, generate"),
        box("box", 250, 190, 170, 56, "ffi:compile", "one library a platform"),
        box("out", 480, 30, 190, 56, "Geo.java", "the API that you call"),
        box("out", 480, 110, 190, 56, "the glue, in C", "one function a call"),
        box("out", 480, 190, 190, 56, "8 native libraries", "their hashes: main jar"),
        box("box", 250, 290, 170, 56, "ffi:package", "a jar a platform"),
        box("box", 480, 290, 190, 56, "ffi:audit", "reads, never loads"),
        arrow((190, 58), (220, 58), (220, 90), (248, 90)),
        arrow((190, 138), (220, 138), (220, 106), (248, 106)),
        arrow((190, 218), (248, 218)),
        arrow((420, 90), (450, 90), (450, 58), (478, 58)),
        arrow((420, 106), (450, 106), (450, 138), (478, 138)),
        arrow((575, 166), (575, 178), (335, 178), (335, 188)),
        arrow((420, 218), (478, 218)),
        arrow((575, 246), (575, 268), (335, 268), (335, 288)),
        arrow((420, 318), (478, 318)),
        note(335, 60, "zig cc, for all platforms"),
    ]
    return svg(690, 370, "The build: cdef, preamble and C sources go in; Java, glue, libraries and audited jars come out", parts)


def run():
    parts = [
        box("box", 20, 30, 190, 56, "your program", "Geo.area(shape)"),
        box("box", 20, 130, 190, 56, "Geo, GeoNative", "generated Java"),
        box("box", 20, 230, 190, 56, "ffi-runtime", "memory, loader, calls"),
        box("file", 290, 30, 190, 56, "main jar", "classes, pinned SHA-256"),
        box("file", 290, 130, 190, 56, "jar of the platform", "libgeo.so"),
        box("out", 290, 230, 190, 56, "private cache", "the verified file, sealed"),
        box("out", 560, 130, 130, 56, "glue", "JNI or FFM"),
        box("out", 560, 230, 130, 56, "your C", "in the same library"),
        arrow((115, 86), (115, 128)),
        arrow((115, 186), (115, 228)),
        arrow((385, 86), (385, 128)),
        arrow((385, 186), (385, 228)),
        arrow((210, 258), (288, 258)),
        arrow((480, 258), (520, 258), (520, 158), (558, 158)),
        arrow((625, 186), (625, 228)),
        arrow((210, 150), (250, 150), (250, 110), (625, 110), (625, 128)),
        note(105, 112, "first use", "end"), note(249, 250, "loads"), note(395, 112, "", "start"),
        note(500, 103, "each call"), note(395, 212, "compare, copy once", "start"),
    ]
    return svg(710, 310, "At run time: the runtime verifies the library once, keeps it in a private cache, and calls go through the glue", parts)


def ways():
    parts = [
        box("file", 20, 90, 150, 56, "a cdef", "C declarations"),
        box("box", 240, 20, 200, 48, "mode api", "glue and library in jars"),
        box("box", 240, 80, 200, 48, "system library", "only the glue in jars"),
        box("box", 240, 140, 200, 48, "mode abi", "no native code at all"),
        box("box", 240, 200, 200, 48, "ffi-inline", "compiled when it runs"),
        box("box", 240, 260, 200, 48, "ffi-dynamic", "read when it runs"),
        box("out", 510, 50, 170, 48, "checked", "by all platforms' compilers"),
        box("out", 510, 170, 170, 48, "checked", "by this machine's compiler"),
        box("out", 510, 260, 170, 48, "not checked", ""),
        *(arrow((170, 118), (205, 118), (205, y), (238, y)) for y in (44, 104, 164, 224, 284)),
        *(arrow((440, y), (475, y), (475, 74), (508, 74)) for y in (44, 104, 164)),
        arrow((440, 224), (475, 224), (475, 194), (508, 194)),
        arrow((440, 284), (508, 284)),
    ]
    return svg(700, 330, "Five ways from a cdef to a call, and who checks the declarations in each", parts)


def screen(text, title):
    """What a terminal shows, a line each."""
    lines = text.rstrip("\n").split("\n")
    width, height = 24 + round(7.85 * max(map(len, lines))), 26 + 20 * len(lines)
    parts = [f'<rect class="screen" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>']
    for i, line in enumerate(lines):
        kind = ""
        if line.startswith("$"):
            kind = " name"
        elif "BUILD SUCCESS" in line or "verified" in line:
            kind = " good"
        elif line.startswith("[INFO] ---"):
            kind = " dim"
        parts.append(f'<text class="mono{kind}" x="12" y="{29 + 20 * i}" xml:space="preserve">{escape(line)}</text>')
    return svg(width, height, title, parts)


def drawings():
    return {
        "how-build.svg": build(),
        "how-run.svg": run(),
        "ways.svg": ways(),
        "build.svg": screen((ROOT / "site" / "build-output.txt").read_text(encoding="utf-8"),
                            "What a build prints: one cdef verified on eight platforms, then a line for each library with its size"),
    }


def main():
    stale = []
    for name, text in drawings().items():
        file = ASSETS / name
        if "--check" in sys.argv[1:]:
            if not file.is_file() or file.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            file.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"docs/assets has other drawings than site/drawings.py makes: {', '.join(stale)}; run python3 site/drawings.py")


if __name__ == "__main__":
    main()
