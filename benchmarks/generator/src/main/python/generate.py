"""Times CFFI doing the generator's work: from a cdef's text to the text of a C module. Prints the least seconds of each file.

Usage: generate.py <rounds> <cdef>...
"""
import contextlib
import io
import os
import sys
import tempfile
import time

from cffi import FFI


def generate(text, folder):
    ffi = FFI()
    ffi.cdef(text)
    ffi.set_source("measured", "")
    ffi.emit_c_code(os.path.join(folder, "measured.c"))


with tempfile.TemporaryDirectory() as folder:
    for path in sys.argv[2:]:
        with open(path) as file:
            text = file.read()
        least = float("inf")
        for _ in range(int(sys.argv[1])):
            # An unchanged file is not written again, which would be less work.
            for made in os.listdir(folder):
                os.remove(os.path.join(folder, made))
            start = time.perf_counter()
            # It tells what it writes.
            with contextlib.redirect_stdout(io.StringIO()):
                generate(text, folder)
            least = min(least, time.perf_counter() - start)
        print(least)
