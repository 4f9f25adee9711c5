#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of the import in Python: iterparse and sqlite3, the tables of bench_peerload.

peerload.py FEED BASE
"""

import sqlite3
import sys
import xml.etree.ElementTree as ET

LHEO = "{http://lheo.gouv.fr/2.3}"

FORMATION = (
    "intitule-formation",
    "objectif-formation",
    "resultats-attendus",
    "contenu-formation",
    "organisme-formation-responsable/SIRET-organisme-formation/SIRET",
    "organisme-formation-responsable/nom-organisme",
    "contact-formation/coordonnees/courriel",
)
ACTION = (
    "lieu-de-formation/coordonnees/adresse/codepostal",
    "lieu-de-formation/coordonnees/adresse/ville",
    "organisme-financeur/extras[@info='specificites']/extra[@info='ref-action-marche-financeur']",
    "organisme-financeur/extras[@info='specificites']/extra[@info='programme-financeur']",
    "organisme-financeur/nb-places-financees",
    "nombre-heures-total",
    "rythme-formation",
)
SESSION = (
    "periode/debut",
    "periode/fin",
    "etat-recrutement",
    "contact-session/coordonnees/nom",
    "contact-session/coordonnees/telfixe/numtel",
    "contact-session/coordonnees/courriel",
)

SCHEMA = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE formation (numero TEXT PRIMARY KEY, title TEXT, objective TEXT,
    results TEXT, content TEXT, siret TEXT, name TEXT, mail TEXT, source TEXT);
CREATE TABLE session (formation TEXT, action TEXT, postal TEXT, city TEXT, market TEXT,
    scheme TEXT, places TEXT, hours TEXT, rhythm TEXT, numero TEXT, start TEXT, finish TEXT,
    recruitment TEXT, contact TEXT, telephone TEXT, mail TEXT, source TEXT,
    PRIMARY KEY (formation, action, numero));
"""


def qualified(path):
    """The path with LHEO's namespace before each step."""
    return "/".join(LHEO + step for step in path.split("/"))


def paths(names):
    return [qualified(name) for name in names]


FORMATION, ACTION, SESSION = paths(FORMATION), paths(ACTION), paths(SESSION)


def texts(element, names):
    return [element.findtext(name, "") for name in names]


def sessions(formation):
    """The rows of a formation's sessions; takes them and its actions out of it."""
    for action in formation.findall(LHEO + "action"):
        formation.remove(action)
        found = action.findall(LHEO + "session")
        for session in found:
            action.remove(session)
        shared = [formation.get("numero"), action.get("numero"), *texts(action, ACTION)]
        source = ET.tostring(action, encoding="unicode")
        for session in found:
            own = [session.get("numero"), *texts(session, SESSION)]
            yield [*shared, *own, source + ET.tostring(session, encoding="unicode")]


def load(feed, base):
    base.executescript(SCHEMA)
    base.execute("BEGIN")
    offers = None
    for event, element in ET.iterparse(feed, ("start", "end")):
        if event == "start":
            if element.tag == LHEO + "offres":
                offers = element
        elif element.tag == LHEO + "formation":
            base.executemany(
                "INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                sessions(element),
            )
            base.execute(
                "INSERT INTO formation VALUES (?,?,?,?,?,?,?,?,?)",
                [
                    element.get("numero"),
                    *texts(element, FORMATION),
                    ET.tostring(element, encoding="unicode"),
                ],
            )
            offers.clear()
    base.commit()


if __name__ == "__main__":
    load(sys.argv[1], sqlite3.connect(sys.argv[2], isolation_level=None))
