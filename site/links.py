"""Checks the links between the files of the repository, as GitHub follows them: each file and each anchor is there."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from code_blocks import FENCE, ROOT, tracked

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.*?) *#*$", re.MULTILINE)


def without_code(text):
    return re.sub(r"`[^`\n]*`", lambda code: code[0].replace("](", "] ("), FENCE.sub("", text))


def anchors(text):
    names = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading).replace("`", "")
        name = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        number, unique = 0, name
        while unique in names:
            number += 1
            unique = f"{name}-{number}"
        names.add(unique)
    return names


def main():
    pages = {page: (ROOT / page).read_text(encoding="utf-8") for page in tracked("*.md")}
    names = {page: anchors(text) for page, text in pages.items()}
    wrong, count = [], 0
    for page, text in pages.items():
        for address in LINK.findall(without_code(text)):
            target = urlsplit(address)
            if target.scheme:
                continue
            count += 1
            to = os.path.normpath(os.path.join(os.path.dirname(page), unquote(target.path))) if target.path else page
            if not (ROOT / to).exists():
                if page != "docs/api.md":         # its Javadoc is made for the site
                    wrong.append(f"{page}: leads to {address}, which is not there")
            elif target.fragment and to in names and unquote(target.fragment) not in names[to]:
                wrong.append(f"{page}: leads to {address}, which has no such heading")
    for message in wrong:
        print(message)
    if wrong or count < 200:
        sys.exit(f"{len(wrong)} of {count} links are wrong")
    print(f"{count} links between {len(pages)} pages of the repository")


if __name__ == "__main__":
    main()
