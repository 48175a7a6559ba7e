"""Traces every block of code in the pages to a file that the build compiles or a test that reads the page.

A block counts as traced if a file of the repository contains it. White space and comments do not count, and a line
of `...` stands for anything. A dependency must be a module of this build, in its version. Two kinds of comments before a block say that it is traced in another way:

    <!-- tested by ReadmeIT -->       that test reads the page
    <!-- not tested: why -->          nothing tests it, with the reason
"""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/*.md", "examples/*/README.md"]
LANGUAGES = {"java", "c", "xml", "kotlin", "groovy", "scala", "python", "cmake"}
SOURCES = {".java", ".c", ".h", ".cpp", ".cdef", ".xml", ".kts", ".gradle", ".properties", ".txt", ".vm", ".jsh", ".py"}
FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
MARK = re.compile(r"<!-- (tested by|not tested:) ((?:(?!-->).)*?) -->\s*\Z", re.DOTALL)
COMMENTS = re.compile(r"/\*.*?\*/|//(?![/\w.-]+\.\w)[^\n]*|<!--.*?-->", re.DOTALL)
ELISION = re.compile(r"^\s*(?://\s*)?\.\.\.\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    language: str
    text: str
    mark: str
    reason: str

    def __str__(self):
        return f"{self.page}:{self.line}: {self.language}"


def tracked(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True)
    return sorted(line for line in listed.stdout.splitlines() if (ROOT / line).is_file())


def blocks(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        mark = MARK.search(text, 0, match.start())
        yield Block(page, text.count("\n", 0, match.start()) + 1, match[2], match[3],
                    mark[1] if mark else "", " ".join(mark[2].split()) if mark else "")


def essence(text):
    """The text without comments and white space; a backslash is one, in a Java text block or outside of it."""
    return re.sub(r"\s+", "", COMMENTS.sub("", text)).replace("\\\\", "\\").replace('\\"', '"')


def contains(source, parts):
    position = 0
    for part in parts:
        position = source.find(part, position)
        if position < 0:
            return False
        position += len(part)
    return True


def coordinates(text):
    """Tells whether a block shows nothing but dependencies on this build's modules, in this build's version."""
    version = re.search(r"<version>(.*?)</version>", (ROOT / "pom.xml").read_text(encoding="utf-8"))[1]
    shown = re.findall(r"<dependency>(.*?)</dependency>", text, re.DOTALL)
    rest = re.sub(r"<dependency>.*?</dependency>|</?dependencies>|</?dependencyManagement>", "", text, flags=re.DOTALL)
    return bool(shown) and not rest.strip() and all(
        "<groupId>io.github.cffi4j</groupId>" in dependency
        and f"<version>{version}</version>" in dependency
        and (ROOT / re.search(r"<artifactId>(.*?)</artifactId>", dependency)[1] / "pom.xml").is_file()
        for dependency in shown)


def main():
    sources = {}
    for file in tracked():
        if Path(file).suffix in SOURCES and not file.startswith(("docs/", "site/")):
            sources[file] = essence((ROOT / file).read_text(encoding="utf-8", errors="replace"))
    counts, wrong = Counter(), []
    for page in tracked(*PAGES):
        for block in blocks(page):
            if block.mark == "tested by":
                tests = [file for file in sources if Path(file).stem == block.reason]
                if any(Path(page).name in (ROOT / file).read_text(encoding="utf-8") for file in tests):
                    counts["read by a test"] += 1
                else:
                    wrong.append(f"{block}: no test {block.reason} reads {Path(page).name}")
            elif block.mark == "not tested:":
                counts["not tested, with a reason"] += 1
            elif block.language in LANGUAGES:
                if block.language == "xml" and coordinates(block.text):
                    counts["coordinates of this build"] += 1
                    continue
                whole = [essence(block.text)]
                parts = [part for part in map(essence, ELISION.split(block.text)) if part]
                if any(contains(source, whole) or contains(source, parts) for source in sources.values()):
                    counts["in a file"] += 1
                else:
                    wrong.append(f"{block}: no file of the repository has this:\n" + block.text)
    print("blocks of code: " + ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))
    for message in wrong:
        print(message)
    if wrong:
        print(f"{len(wrong)} blocks are not traced: put the code into a file that the build compiles, or mark the block")
        sys.exit(1)


if __name__ == "__main__":
    main()
