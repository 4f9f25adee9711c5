#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table for those that print it beside bench_table: the same cells in ten columns as wide, on
A4 lying on its side, 8 points, the headings on each page.

peertable.py groff ROWS.tsv FILE.ms         source for groff -t -ms
peertable.py sheet ROWS.tsv FILE.fods       a sheet for LibreOffice
peertable.py reportlab ROWS.tsv FILE.pdf    printed by ReportLab
"""

import sys
from xml.sax.saxutils import escape

WIDTHS = (56, 164, 76, 70, 60, 76, 34, 80, 98, 68)  # points, as ours
PAGE = (842, 595)
MARGIN = 28
SIZE = 8
LEADING = 9.5


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def groff(table, out):
    def cell(text):
        text = text.replace("\\", "\\e")
        # A line that begins with a dot or a quote would be a request.
        return "T{\n\\&" + text + "\nT}"

    widths = " ".join(f"lw({width - 6}p)1" for width in WIDTHS)
    print(
        f".pl {PAGE[1]}p\n.nr PO {MARGIN}p\n.nr LL {PAGE[0] - 2 * MARGIN}p\n.nr HM {MARGIN}p\n"
        f".nr FM {MARGIN}p\n.nr PS {SIZE}\n.nr VS {LEADING}\n.fam H\n.LP\n.nh\n.ad l\n.TS H\n"
        f"tab(\t);\n{widths}.",
        file=out,
    )
    for index, row in enumerate(table):
        print("\t".join(cell(text) for text in row), file=out)
        print(".TH" if index == 0 else "_", file=out)
    print(".TE", file=out)


def sheet(table, out):
    columns = "".join(
        f'<style:style style:name="c{i}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}pt"/></style:style>'
        for i, width in enumerate(WIDTHS)
    )
    print(
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{columns}"
        '<style:style style:name="r" style:family="table-row"><style:table-row-properties'
        ' style:use-optimal-row-height="true"/></style:style>'
        '<style:style style:name="t" style:family="table-cell"><style:table-cell-properties'
        ' fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties'
        f' fo:font-family="Liberation Sans" fo:font-size="{SIZE}pt"/></style:style>'
        '<style:style style:name="s" style:family="table" style:master-page-name="p"/>'
        '<style:page-layout style:name="l"><style:page-layout-properties'
        f' fo:page-width="{PAGE[0]}pt" fo:page-height="{PAGE[1]}pt"'
        f' style:print-orientation="landscape" fo:margin="{MARGIN}pt"/></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="p" style:page-layout-name="l"/></office:master-styles>'
        '<office:body><office:spreadsheet><table:table table:name="t" table:style-name="s">'
        + "".join(f'<table:table-column table:style-name="c{i}"/>' for i in range(len(WIDTHS))),
        file=out,
    )
    for index, row in enumerate(table):
        cells = "".join(
            '<table:table-cell table:style-name="t" office:value-type="string">'
            f"<text:p>{escape(text)}</text:p></table:table-cell>"
            for text in row
        )
        line = f'<table:table-row table:style-name="r">{cells}</table:table-row>'
        if index == 0:
            line = f"<table:table-header-rows>{line}</table:table-header-rows>"
        print(line, file=out)
    print("</table:table></office:spreadsheet></office:body></office:document>", file=out)


def reportlab(table, path):
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Liberation", "LiberationSans-Regular.ttf"))
    style = ParagraphStyle("cell", fontName="Liberation", fontSize=SIZE, leading=LEADING)
    document = SimpleDocTemplate(
        path,
        pagesize=PAGE,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    cells = [[Paragraph(escape(text), style) for text in row] for row in table]
    grid = LongTable(cells, colWidths=WIDTHS, repeatRows=1)
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, (0.5, 0.5, 0.5)),
        ]
    )
    document.build([grid])


def main(kind, source, target):
    if kind == "reportlab":
        reportlab(rows(source), target)
        return
    with open(target, "w", encoding="utf-8") as out:
        {"groff": groff, "sheet": sheet}[kind](rows(source), out)


if __name__ == "__main__":
    main(*sys.argv[1:])
