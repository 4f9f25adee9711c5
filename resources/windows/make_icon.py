#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws resources/icons/recoupe.ico from recoupe.svg; needs rsvg-convert (Debian: librsvg2-bin)."""
import pathlib
import struct
import subprocess

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def main():
    icons = pathlib.Path(__file__).resolve().parent.parent / "icons"
    pictures = [
        subprocess.run(
            ["rsvg-convert", "--width", str(size), "--height", str(size), icons / "recoupe.svg"],
            check=True, capture_output=True).stdout
        for size in SIZES
    ]
    offset = 6 + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures):
        # 0 stands for 256; PNG pictures are read since Windows Vista.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture),
                               offset)
        offset += len(picture)
    (icons / "recoupe.ico").write_bytes(
        struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures))


if __name__ == "__main__":
    main()
