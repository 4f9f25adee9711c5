#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of the writing of offers in Python: lxml.etree.xmlfile over the same sources, unchecked.

peerexport.py write OFFERS FILE    the offers of bench_partners prepare, as one LHEO file
peerexport.py same FILE FILE       whether two files hold the same elements within `offres`
"""

import hashlib
import sys

from lxml import etree

LHEO = "http://lheo.gouv.fr/2.3"
OPEN = {kind: b'<%s xmlns="%s"' % (kind, LHEO.encode()) for kind in (b"formation", b"action")}


def parsed(source, kind):
    """The element of a source, which bears no namespace."""
    return etree.fromstring(source.replace(b"<" + kind, OPEN[kind], 1))


def offers(file):
    """The formation of each offer, its sessions under their actions."""
    formation, place, actions = None, None, {}
    while line := file.readline():
        kind, size, _ = line.split(b" ", 2)
        source = file.read(int(size))
        file.readline()
        if kind == b"F":
            if formation is not None:
                yield formation
            formation, actions = parsed(source, b"formation"), {}
            place = formation.find("{%s}organisme-formation-responsable" % LHEO)
            continue
        action = parsed(source, b"action")
        session = action.find("{%s}session" % LHEO)
        sister = actions.get(action.get("numero"))
        if sister is None:
            actions[action.get("numero")] = session
            place.addprevious(action)
        else:
            sister.addnext(session)
            actions[action.get("numero")] = session
    if formation is not None:
        yield formation


def write(source, target):
    with open(source, "rb") as file, etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("{%s}lheo" % LHEO, nsmap={None: LHEO}):
            with xml.element("{%s}offres" % LHEO):
                for formation in offers(file):
                    xml.write(formation)


def digest(name):
    """Of the elements within `offres`, whatever their indentation."""
    told = hashlib.sha256()
    for event, element in etree.iterparse(name, ("start", "end")):
        tag = element.tag.rpartition("}")[2]
        if tag == "lheo":  # bears the time of the export
            continue
        if event == "start":
            told.update(repr((tag, sorted(element.items()))).encode())
        elif tag == "offres":
            break
        else:
            told.update(repr((tag, (element.text or "").strip())).encode())
            if tag == "formation":
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    return told.hexdigest()


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(sys.argv[2], sys.argv[3])
    else:
        sys.exit(digest(sys.argv[2]) != digest(sys.argv[3]))
