#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the demonstration files of Recoupe beside itself: portal feed, notifications, SESAR, expected findings.

Deterministic: a fixed seed and a fixed reference day, no wall clock. Needs openpyxl. The hand-written part of the data,
with its planted defects, is catalogue.py.
"""

import csv
import json
import random
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from catalogue import (AGEFIPH, COMMUNES, COURSES, OPCO, ORGANISATIONS, PENDING_AWARDS, POLE_EMPLOI, PRESCRIBERS, REGION,
                       SITES, TRAINEE)

TODAY = date(2026, 11, 23)
LAST_UPDATE = date(2026, 11, 20)
SEED = 20261123
FOLDER = Path(__file__).resolve().parent
NAMESPACE = "http://lheo.gouv.fr/2.3"
OPEN, CLOSED, SUSPENDED = "1", "2", "3"
DAYS_TO_ENTER = {REGION: 10, POLE_EMPLOI: 6, AGEFIPH: 10}
NUMBER_LETTER = {REGION: "M", POLE_EMPLOI: "P", AGEFIPH: "A"}
NOTIFIED_AS = {REGION: "CR", POLE_EMPLOI: "PE", AGEFIPH: "Agefiph"}

AWARD_COLUMNS = ["financeur", "numero_marche", "lot", "intitule", "siret_mandataire", "mandataire", "date_notification",
                 "date_reception", "date_debut", "date_fin", "lieu", "code_postal", "dispositif", "segment", "places",
                 "remplace"]
AWARD_TITLES = ["Financeur", "Numéro marché", "Lot", "Intitulé", "SIRET mandataire", "Mandataire", "Date notification",
                "Date réception", "Date début", "Date fin", "Lieu", "Code postal", "Dispositif", "Segment", "Places",
                "Remplace"]
SESAR_COLUMNS = ["numero_marche", "numero_session", "intitule", "date_debut", "date_fin", "lieu", "code_postal",
                 "objectif", "entrees"]


# --- what the generator builds -------------------------------------------------------------------------------------

@dataclass
class Award:
    funder: str
    number: str
    lot: str
    title: str
    siret: str
    holder: str
    notified: date
    received: date | None
    start: date
    end: date
    place: str
    scheme: str
    segment: str
    places: int
    replaces: str = ""
    sent: bool = True  # False: the notification never reached the Carif

    @property
    def deadline(self):
        return (self.received or self.notified) + timedelta(days=DAYS_TO_ENTER[self.funder])


@dataclass
class BuiltSession:
    numero: str
    start: date
    end: date
    shown_start: str
    shown_end: str
    state: str
    entered: date
    updated: date
    bilans: list
    plant: dict  # every defect that concerns this session
    meeting: tuple = ()
    contact: object = None


@dataclass
class BuiltAction:
    numero: str
    course: object
    offer: object
    award: Award | None
    number_shown: str
    scheme: str
    segment: str
    sessions: list = field(default_factory=list)


@dataclass
class BuiltFormation:
    numero: str
    course: object
    actions: list


@dataclass(frozen=True)
class SesarLine:
    number: str
    session: str
    title: str
    start: date
    end: date
    place: str
    purpose: str
    entries: str


@dataclass(frozen=True)
class Person:
    title: str
    first: str
    last: str
    phone: str
    mobile: str
    mail: str


# --- identifiers ---------------------------------------------------------------------------------------------------

def luhn_key(digits):
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def siren(organisation):
    rank = list(ORGANISATIONS).index(organisation)
    digits = f"9999{1207 + 431 * rank:04d}"
    return digits + luhn_key(digits)


def siret(organisation, establishment=1):
    digits = f"{siren(organisation)}{establishment:04d}"
    return digits + luhn_key(digits)


def activity_number(organisation):
    department = department_of(ORGANISATIONS[organisation].commune)
    rank = list(ORGANISATIONS).index(organisation)
    return f"84{department}{30417 + 611 * rank:05d}{department}"


def department_of(commune):
    return COMMUNES[commune][1][:2]


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def legal_name(organisation):
    return without_accents(ORGANISATIONS[organisation].name).upper()


def person(organisation, rank):
    """One of an organisation's people, with telephone numbers of the ranges kept for fiction."""
    owner = list(ORGANISATIONS).index(organisation)
    title_and_first, last = ORGANISATIONS[organisation].people[rank].split("|")
    short_title, first = title_and_first.split(" ", 1)
    local = re.sub(r"[^a-z.-]", "", without_accents(f"{first}.{last}").lower())
    line = f"{21 + 4 * owner:02d} {10 + 7 * rank:02d}"
    return Person({"M.": "Monsieur", "Mme": "Madame"}[short_title], first, last, f"04 65 71 {line}",
                  f"06 39 98 {line}", f"{local}@{ORGANISATIONS[organisation].domain}")


def switchboard(organisation):
    return f"04 65 71 {21 + 4 * list(ORGANISATIONS).index(organisation):02d} 00"


class Numbers:
    """Counters that leave gaps, as in a real feed."""

    def __init__(self, rng):
        self.rng = rng
        self.last = {"formation": 12310, "action": 48720, "session": 60140, "M": 51380, "P": 40105, "A": 70210}

    def next(self, kind, gap=9):
        self.last[kind] += self.rng.randint(1, gap)
        return self.last[kind]

    def market(self, funder):
        letter = NUMBER_LETTER[funder]
        return f"{letter}26{self.next(letter, 23):05d}"


# --- calendar ------------------------------------------------------------------------------------------------------

HOLIDAYS = {date(2026, 7, 14), date(2026, 11, 11), date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29),
            date(2027, 5, 6), date(2027, 5, 17), date(2027, 7, 14), date(2027, 11, 1), date(2027, 11, 11),
            date(2028, 4, 17), date(2028, 5, 1), date(2028, 5, 8), date(2028, 5, 25), date(2028, 6, 5),
            date(2028, 7, 14)}
CLOSED_WEEKS = {date(2026, 12, 21), date(2026, 12, 28), date(2027, 8, 2), date(2027, 8, 9), date(2027, 12, 20),
                date(2027, 12, 27)}  # by their Monday
WEEK = timedelta(days=7)


def is_working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def working_day(day, step=1):
    """The day itself, or the next (step 1) or the last (step -1) working day."""
    while not is_working(day):
        day += timedelta(days=step)
    return day


def add_working_days(day, count):
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day = working_day(day + timedelta(days=step), step)
    return day


def first_of_month(day):
    return day.replace(day=1)


def last_of_month(day):
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def opening_day(text):
    """The first working day of the week that begins on the day of the catalogue or after it, closed weeks left out."""
    day = date.fromisoformat(text)
    monday = day + timedelta(days=-day.weekday() % 7)
    while monday in CLOSED_WEEKS:
        monday += WEEK
    return working_day(monday)


def closing_day(start, hours, weekly):
    """The last working day once `hours` are given, `weekly` hours in each open week."""
    monday = start - timedelta(days=start.weekday())
    for _ in range(-(-hours // weekly) - 1):
        monday += WEEK
        while monday in CLOSED_WEEKS:
            monday += WEEK
    return working_day(monday + timedelta(days=4), -1)


def period_of(course, planned):
    if planned.end:
        return date.fromisoformat(planned.start), date.fromisoformat(planned.end)
    start = opening_day(planned.start)
    return start, closing_day(start, sum(course.hours), course.weekly)


def lheo_date(day):
    return day.strftime("%Y%m%d")


# --- awards --------------------------------------------------------------------------------------------------------

def is_ours(offer):
    return not offer.funders


def receipt_day(rng, first_start):
    """About two months before the first session, in the autumn for what begins next year."""
    if first_start < date(2026, 12, 15):
        return working_day(first_start - timedelta(days=rng.randint(56, 70)))
    return working_day(date(2026, 9, 14) + timedelta(days=rng.randint(0, 36)))


def receipt(rng, first_start):
    """Notification day and day of reception; the latter is not always given."""
    received = receipt_day(rng, first_start)
    if rng.random() < 0.1:
        return received, None
    return add_working_days(received, -rng.randint(1, 4)), received


def award_holder(course, offer):
    """SIRET and name of the awardee, which a planted mismatch sets apart from the mandataire of the portal."""
    planted = offer.plant.get("mandataire-mismatch")
    holder = "arverne" if planted == "siren" else course.organisation
    return siret(holder, 2 if planted == "nic" else 1), legal_name(holder)


def scheme_and_segment(scheme):
    name, _, segment = scheme.partition(" ")
    return name, segment


def sharing_offers(course, rank):
    """The offer of that rank with those that go under its award."""
    offers = [course.offers[rank]]
    for offer in course.offers[rank + 1:]:
        if not offer.shares_award:
            break
        offers.append(offer)
    return offers


def build_award(rng, numbers, course, rank, lot):
    offers = sharing_offers(course, rank)
    periods = [period_of(course, planned) for offer in offers for planned in offer.sessions]
    start, end = min(p[0] for p in periods), max(p[1] for p in periods)
    notified, received = receipt(rng, start)
    holder_siret, holder = award_holder(course, offers[0])
    scheme, segment = scheme_and_segment(course.scheme)
    return Award(course.funder, numbers.market(course.funder), lot, course.title, holder_siret, holder, notified,
                 received, first_of_month(start), last_of_month(end), offers[0].place, scheme, segment,
                 sum(offer.places * len(offer.sessions) for offer in offers),
                 sent="award-missing" not in offers[0].plant)


def course_awards(rng, numbers, course):
    """The award of each offer, in the order of the offers; None for what is not ours."""
    awards = []
    funded = sum(is_ours(offer) and not offer.shares_award for offer in course.offers)
    for rank, offer in enumerate(course.offers):
        if not is_ours(offer):
            awards.append(None)
        elif offer.shares_award:
            awards.append(awards[-1])
        else:
            lot = str(len({id(a) for a in awards if a}) + 1) if funded > 1 else ""
            awards.append(build_award(rng, numbers, course, rank, lot))
    link_planted_awards(course, awards)
    return awards


def link_planted_awards(course, awards):
    """One number over two lots; a notification that replaces another."""
    for previous, award, offer in zip(awards, awards[1:], course.offers[1:]):
        if offer.plant.get("two-lots") == 2:
            award.number, award.notified, award.received = previous.number, previous.notified, previous.received
        if offer.plant.get("award-superseded") == "new":
            award.replaces = previous.number
            assert award.notified > previous.notified


def pending_award(numbers, pending):
    received = date.fromisoformat(pending.received)
    scheme, segment = scheme_and_segment(pending.scheme)
    award = Award(pending.funder, numbers.market(pending.funder), "", pending.title, siret(pending.organisation),
                  legal_name(pending.organisation), add_working_days(received, -2), received,
                  date.fromisoformat(pending.start), date.fromisoformat(pending.end), pending.place, scheme, segment,
                  pending.places)
    assert (award.deadline < TODAY) == pending.late
    return award


# --- sessions ------------------------------------------------------------------------------------------------------

def entry_day(rng, award, days_late):
    """In time, a few working days after the reception; or that many days after the deadline."""
    if days_late:
        day = working_day(award.deadline + timedelta(days=days_late))
    else:
        most = 3 if award.funder == POLE_EMPLOI else 5
        day = add_working_days(award.received or award.notified, rng.randint(1, most))
        assert day <= award.deadline
    assert day <= LAST_UPDATE
    return day


def shown_period(start, end, plant):
    """The two dates as the portal gives them, with their planted defects."""
    first, last = lheo_date(start), lheo_date(end)
    missing = plant.get("dates-missing")
    if missing == "both":
        first = "00000000"
    if missing in ("both", "end"):
        last = "99999999"
    if "date-partial" in plant:
        first = first[:6] + "00"
    if "dates-reversed" in plant:
        first, last = last, first
    return first, last


def recruitment_state(planned, start, permanent, plant):
    if "recruitment-missing" in plant:
        return ""
    if planned.state:
        return planned.state
    begun = start <= TODAY and not permanent
    return CLOSED if begun and "recruitment-stale" not in plant else OPEN


def bilan_days(start, end, permanent):
    middle = working_day(start + (end - start) / 2)
    while middle - timedelta(days=middle.weekday()) in CLOSED_WEEKS:
        middle = working_day(middle + WEEK)
    if permanent:
        return [("bilan-intermediaire", middle)]
    return [("bilan-intermediaire", middle), ("bilan-final", add_working_days(end, -1))]


def information_meeting(rng, session, offer):
    """Day, hours and seats of an information collective, two to four weeks before the start."""
    if session.state not in (OPEN, SUSPENDED) or session.start <= TODAY or rng.random() < 0.35:
        return ()
    day = working_day(session.start - timedelta(days=rng.randint(14, 28)) + timedelta(days=rng.randint(1, 3)))
    if day <= session.entered or {"dates-missing", "dates-reversed", "date-partial"} & set(session.plant):
        return ()
    hours = rng.choice([("9h", "12h"), ("9h30", "11h30"), ("10h", "12h"), ("13h30", "16h"), ("14h", "16h30")])
    return day, *hours, offer.places + rng.choice([5, 8, 10])


def session_contact(rng, course, offer):
    """Another person than the formation's contact, on some sessions."""
    if course.plant or rng.random() > 0.25:
        return None
    owner = offer.provider or course.organisation
    return person(owner, len(ORGANISATIONS[owner].people) - 1)


def build_session(rng, numbers, action, planned):
    course, offer = action.course, action.offer
    start, end = period_of(course, planned)
    plant = {**course.plant, **offer.plant, **planned.plant}
    entered = entry_day(rng, action.award, plant.get("entry-late")) if action.award else \
        working_day(date(2026, 9, 7) + timedelta(days=rng.randint(0, 40)))
    updated = working_day(entered + timedelta(days=rng.randint(0, max(0, (LAST_UPDATE - entered).days))), -1)
    bilans = bilan_days(start, end, offer.permanent) if planned.bilans else []
    session = BuiltSession(f"SE_{numbers.next('session'):010d}", start, end, *shown_period(start, end, plant),
                           recruitment_state(planned, start, offer.permanent, plant), entered, max(entered, updated),
                           bilans, plant)
    session.meeting = information_meeting(rng, session, offer)
    session.contact = session_contact(rng, course, offer)
    return session


def number_shown(offer, award):
    if award is None or "market-number-missing" in offer.plant:
        return ""
    return offer.written_number.format(award.number[:3], award.number[3:]) or award.number


def build_action(rng, numbers, course, offer, award):
    scheme, segment = scheme_and_segment(course.scheme)
    if "scheme-not-allowed" in offer.plant:
        scheme, segment = offer.plant["scheme-not-allowed"], ""
    action = BuiltAction(f"03_AC_{numbers.next('action'):010d}", course, offer, award, number_shown(offer, award),
                         scheme, segment)
    action.sessions = [build_session(rng, numbers, action, planned) for planned in offer.sessions]
    return action


def build_formation(rng, numbers, course):
    awards = course_awards(rng, numbers, course)
    actions = [build_action(rng, numbers, course, offer, award) for offer, award in zip(course.offers, awards)]
    return BuiltFormation(f"03_AF_{numbers.next('formation', 40):010d}", course, actions)


def awards_of(formations):
    """Each award once, in order, those never sent included."""
    return list({id(a.award): a.award for f in formations for a in f.actions if a.award}.values())


# --- SESAR ---------------------------------------------------------------------------------------------------------

PURPOSES = {"AFC": "Certification", "AFE": "Expérimentation", "SIEG1": "Remise à niveau",
            "SIEG2": "Découverte des métiers", "SIEG3": "Insertion des jeunes"}


def purpose_of(course):
    scheme, segment = scheme_and_segment(course.scheme)
    return "Préqualification" if scheme == "AFC" and not course.levels[1] else PURPOSES[scheme + segment]


def declared_period(session):
    """The session's dates, or too narrow ones where that is the planted defect."""
    planted = session.plant.get("dates-outside-sesar")
    start = session.start + 2 * WEEK if planted == "late-start" else session.start
    end = session.end - 2 * WEEK if planted == "early-end" else session.end
    return start, end


def session_lines(award, action):
    entries = "permanentes" if action.offer.permanent else "fixes"
    return [SesarLine(award.number, session.numero, award.title, *declared_period(session), award.place,
                      purpose_of(action.course), entries) for session in action.sessions]


def contract_line(award, action):
    end = award.end
    if any(s.plant.get("dates-outside-sesar") == "contract" for s in action.sessions):
        end = max(s.end for s in action.sessions) - 3 * WEEK
    entries = "permanentes" if action.offer.permanent else "fixes"
    return SesarLine(award.number, "", award.title, award.start, end, award.place, purpose_of(action.course), entries)


def declared_for(award, action, rank):
    """What SESAR holds on an award, given the action that carries it."""
    offer = action.offer
    if "sesar-missing" in offer.plant:
        return []
    by_session = offer.sesar == "session" or offer.permanent or (not offer.sesar and rank % 2)
    return session_lines(award, action) if by_session else [contract_line(award, action)]


def sesar_lines(formations, pending):
    lines, seen = [], set()
    for formation in formations:
        for action in formation.actions:
            award = action.award
            if award and award.funder == REGION and id(award) not in seen:
                lines += declared_for(award, action, len(seen))
                seen.add(id(award))
    lines += [SesarLine(a.number, "", a.title, a.start, a.end, a.place, PURPOSES[a.scheme + a.segment], "fixes")
              for a in pending if a.funder == REGION]
    return lines


# --- LHEO ----------------------------------------------------------------------------------------------------------

def add(parent, name, text=None, **attributes):
    element = ET.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if text is not None:
        element.text = str(text)
    return element


def add_extras(parent, group, values):
    extras = add(parent, "extras", info=group)
    for key, value in values.items():
        add(extras, "extra", value, info=key)
    return extras


def add_period(parent, start, end, name="periode"):
    period = add(parent, name)
    add(period, "debut", start)
    add(period, "fin", end)


def add_address(parent, street, commune, denomination=""):
    name, insee, postal_code = COMMUNES[commune]
    address = add(parent, "adresse")
    if denomination:
        add(address, "denomination", denomination)
    add(address, "ligne", street)
    add(address, "codepostal", postal_code)
    add(address, "ville", name)
    add(address, "departement", department_of(commune))
    add(address, "code-INSEE-commune", insee)
    add(address, "region", "84")
    add(address, "pays", "FR")


def add_phone(parent, kind, number):
    add(add(parent, kind), "numtel", number)


def add_person(parent, who, by_mobile=False, without=""):
    """A contact; `without` names the part that the planted defect leaves out."""
    details = add(parent, "coordonnees")
    if without != "name":
        add(details, "civilite", who.title)
        add(details, "nom", who.last)
        add(details, "prenom", who.first)
    if without != "telephone":
        add_phone(details, "portable" if by_mobile else "telfixe", who.mobile if by_mobile else who.phone)
    if without != "mail":
        add(details, "courriel", who.mail)


def add_siret(parent, name, number):
    add(add(parent, name), "SIRET", number)


def at_commune(commune):
    """"à Riom", "au Puy-en-Velay"."""
    name = COMMUNES[commune][0]
    return f"au {name[3:]}" if name.startswith("Le ") else f"à {name}"


def of_commune(commune):
    """"de Riom", "d'Issoire", "du Puy-en-Velay"."""
    name = COMMUNES[commune][0]
    if name.startswith("Le "):
        return f"du {name[3:]}"
    return f"d'{name}" if name[0] in "AEIOU" else f"de {name}"


def place_name(action):
    """Name and street of the place of training: the seat of whoever trains there, else a site."""
    trainer = action.offer.provider or action.course.organisation
    organisation = ORGANISATIONS[trainer]
    if organisation.commune == action.offer.place:
        return organisation.name, organisation.street
    return f"{organisation.name}, site {of_commune(action.offer.place)}", SITES[action.offer.place]


def add_place(parent, action):
    course, offer = action.course, action.offer
    if "place-missing" in offer.plant:
        return
    name, street = place_name(action)
    trainer = offer.provider or course.organisation
    details = add(add(parent, "lieu-de-formation"), "coordonnees")
    add(details, "nom", ORGANISATIONS[trainer].name)
    add_address(details, street, offer.place, name)
    if not course.plant:
        add_phone(details, "telfixe", switchboard(trainer))


def add_meeting(parent, session, action):
    day, begins, ends, seats = session.meeting
    name, street = place_name(action)
    recruitment = add(parent, "recrutement")
    add(recruitment, "modalite-recrutement", "9")
    add(recruitment, "a-distance", "0")
    add_address(recruitment, street, action.offer.place, name)
    add(recruitment, "nb-places", seats)
    add_period(recruitment, lheo_date(day), lheo_date(day))
    add(recruitment, "heure-debut", begins)
    add(recruitment, "heure-fin", ends)
    add(recruitment, "commentaire", "Se présenter avec un CV et la fiche de prescription."
        if is_ours(action.offer) else "Se présenter avec un CV.")


def add_bilans(parent, bilans):
    group = add(parent, "extras", info="bilans")
    for kind, day in bilans:
        add_extras(group, kind, {"date": lheo_date(day)})


def particularity(formation, action):
    """What tells this session from the others of the formation, where places or groups differ."""
    if len(formation.actions) < 2:
        return ""
    group = "Groupe supplémentaire organisé" if action.offer.shares_award else "Session organisée"
    return f"{group} {at_commune(action.offer.place)}."


def add_session(parent, formation, action, session):
    course, organisation = action.course, ORGANISATIONS[action.course.organisation]
    element = add(parent, "session", numero=session.numero, datecrea=lheo_date(session.entered),
                  datemaj=lheo_date(session.updated))
    add_period(element, session.shown_start, session.shown_end)
    add_address(add(element, "adresse-inscription"), organisation.street, organisation.commune, organisation.name)
    add(element, "modalites-inscription", "Fiche de prescription à adresser au contact de la session."
        if is_ours(action.offer) else "Dossier de candidature auprès de l'organisme.")
    if session.state:
        add(element, "etat-recrutement", session.state)
    if session.meeting:
        add_meeting(element, session, action)
    if session.contact:
        add_person(add(element, "contact-session"), session.contact, by_mobile=session.numero[-1] in "37")
    text = particularity(formation, action)
    if text:
        add_extras(element, "specificites-session", {"specificites-session": text})
    if session.bilans:
        add_bilans(element, session.bilans)


def rhythm(course):
    if sum(course.hours) <= course.weekly:
        return f"Session courte, {course.weekly} heures en tout"
    weekly = f"{course.weekly} heures hebdomadaires"
    return f"À temps plein, {weekly}" if course.weekly >= 30 else f"À temps partiel, {weekly}"


def alternation(course):
    hours = course.hours[1]
    if not hours:
        return "Formation en centre, sans période en entreprise."
    weeks = -(-hours // course.weekly)
    return f"Période en entreprise : {hours} heures, soit {weeks} semaine{'s' if weeks > 1 else ''} environ."


def add_action_conditions(element, course):
    add(element, "rythme-formation", rhythm(course))
    for public in (("81020", "82061") if course.funder == AGEFIPH else ("80006",)):
        add(element, "code-public-vise", public, ref="V14")
    add(element, "niveau-entree-obligatoire", "1" if course.levels[0] not in ("1", "13") else "0")
    add(element, "modalites-alternance", alternation(course))
    add(element, "modalites-enseignement", "1" if course.rome == "M1805" else "0")
    add(element, "conditions-specifiques", course.conditions)
    add(element, "prise-en-charge-frais-possible", "1")


def add_hours(element, action):
    centre, company = action.course.hours
    add(element, "nombre-heures-centre", centre)
    add(element, "nombre-heures-entreprise", company)
    add(element, "nombre-heures-total", centre + company)
    add(element, "conventionnement", "1" if is_ours(action.offer) or OPCO in action.offer.funders else "0")
    if is_ours(action.offer):
        add(element, "duree-conventionnee", centre + company)


def add_provider(element, action):
    provider = action.offer.provider
    if not provider:
        return
    trainer = add(element, "organisme-formateur", tag="cotraitant")
    add_siret(trainer, "SIRET-formateur", siret(provider))
    add(trainer, "raison-sociale-formateur", legal_name(provider))
    add_person(add(trainer, "contact-formateur"), person(provider, 0))


def add_funder(element, code, places, values):
    funder = add(element, "organisme-financeur")
    add(funder, "code-financeur", code)
    if places:
        add(funder, "nb-places-financees", places)
    if values:
        add_extras(funder, "specificites", values)


def add_funders(element, action):
    offer = action.offer
    if not is_ours(offer):
        for rank, code in enumerate(offer.funders):
            values = {} if code == TRAINEE else {"programme-financeur": action.scheme}
            add_funder(element, code, offer.places if rank == 0 and code != TRAINEE else 0, values)
        return
    values = {"programme-financeur": action.scheme, "ref-action-marche-financeur": action.number_shown,
              "segment-sieg": action.segment}
    add_funder(element, action.course.funder, offer.places, {key: value for key, value in values.items() if value})
    if offer.also:
        add_funder(element, offer.also, 0, {})


def add_action(parent, formation, action):
    course = action.course
    element = add(parent, "action", numero=action.numero,
                  datecrea=lheo_date(min(s.entered for s in action.sessions)),
                  datemaj=lheo_date(max(s.updated for s in action.sessions)))
    add_action_conditions(element, course)
    add_place(element, action)
    add(element, "modalites-entrees-sorties", "1" if action.offer.permanent else "0")
    for session in action.sessions:
        add_session(element, formation, action, session)
    add(element, "acces-handicapes", "Locaux accessibles ; aménagements étudiés avec le référent handicap.")
    add(element, "langue-formation", "FR")
    add(element, "modalites-recrutement", "Information collective ou entretien individuel, puis positionnement.")
    add_hours(element, action)
    add_provider(element, action)
    add_funders(element, action)
    add_extras(element, "duree-hebdo", {"duree-hebdo": course.weekly})


def add_domain(element, course):
    domain = add(element, "domaine-formation")
    for rank, code in enumerate(course.formacodes):
        add(domain, "code-FORMACODE", code, ref="V14", **({"tag": "principal"} if rank == 0 else {}))
    add(domain, "code-NSF", course.nsf)
    if course.rome:
        add(domain, "code-ROME", course.rome, ref="V4")


def defect_of_contact(course):
    return course.plant.get("contact-missing") or ("mail" if "contact-email-missing" in course.plant else "")


def general_objective(course):
    if course.levels[1]:
        return "6"
    if course.nsf == "415":
        return "9"
    return "5" if course.nsf in ("100", "136") else "7"


def add_responsible(element, key):
    organisation = ORGANISATIONS[key]
    responsible = add(element, "organisme-formation-responsable",
                      numero=f"03_OR_{310 + 17 * list(ORGANISATIONS).index(key):010d}")
    add(responsible, "numero-activite", activity_number(key))
    add_siret(responsible, "SIRET-organisme-formation", siret(key))
    add(responsible, "nom-organisme", organisation.name)
    add(responsible, "raison-sociale", legal_name(key))
    details = add(add(responsible, "coordonnees-organisme"), "coordonnees")
    add(details, "nom", organisation.name)
    add_address(details, organisation.street, organisation.commune)
    add_phone(details, "telfixe", switchboard(key))
    add(details, "courriel", f"accueil@{organisation.domain}")
    add(add(details, "web"), "urlweb", f"https://www.{organisation.domain}")
    add_person(add(responsible, "contact-organisme"), person(key, 0))


def add_formation(parent, formation):
    course = formation.course
    sessions = [session for action in formation.actions for session in action.sessions]
    element = add(parent, "formation", numero=formation.numero, datecrea=lheo_date(min(s.entered for s in sessions)),
                  datemaj=lheo_date(max(s.updated for s in sessions)))
    add_domain(element, course)
    add(element, "intitule-formation", course.title)
    add(element, "objectif-formation", course.aim)
    add(element, "resultats-attendus", course.outcome)
    add(element, "contenu-formation", course.content)
    add(element, "certifiante", "1" if course.levels[1] else "0")
    contact = add(element, "contact-formation")
    add(contact, "type-contact", "3")
    add_person(contact, person(course.organisation, 0), without=defect_of_contact(course))
    add(element, "parcours-de-formation", "2" if any(o.permanent for o in course.offers) else "4")
    add(element, "code-niveau-entree", course.levels[0])
    add(element, "objectif-general-formation", general_objective(course))
    if course.levels[1]:
        add(element, "code-niveau-sortie", course.levels[1])
    for action in formation.actions:
        add_action(element, formation, action)
    add_responsible(element, course.organisation)


def write_portal(path, formations):
    ET.register_namespace("", NAMESPACE)
    day = lheo_date(TODAY)
    root = ET.Element(f"{{{NAMESPACE}}}lheo", {"datecrea": day, "datemaj": day,
                                               "horodatage-export": f"{TODAY.isoformat()}T06:30:00+01:00"})
    offers = add(root, "offres")
    for formation in formations:
        add_formation(offers, formation)
    add_extras(root, "FLUX-CARIF", {"numero-CARIF": "03", "region": "84",
                                    "email-CARIF": "informatique@carif.example.org", "date-export": day,
                                    "heure-export": "063000"})
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    header = ('<?xml version="1.0" encoding="UTF-8"?>\n'
              "<!-- Données de démonstration de Recoupe : tout est fictif, sauf les communes. -->\n")
    path.write_text(header + body + "\n", encoding="utf-8", newline="\n")


# --- tables --------------------------------------------------------------------------------------------------------

def award_row(award):
    name, _, postal_code = COMMUNES[award.place]
    return [NOTIFIED_AS[award.funder], award.number, award.lot, award.title, award.siret, award.holder, award.notified,
            award.received, award.start, award.end, name, postal_code, award.scheme, award.segment, award.places,
            award.replaces]


def sesar_row(line):
    name, _, postal_code = COMMUNES[line.place]
    return [line.number, line.session, line.title, line.start, line.end, name, postal_code, line.purpose, line.entries]


def csv_value(value):
    if value is None:
        return ""
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else value


def write_csv(path, header, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows([csv_value(value) for value in row] for row in rows)


def fill_sheet(sheet, header, rows):
    sheet.append(header)
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        cell.alignment = Alignment(vertical="center")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, date):
                cell.number_format = "DD/MM/YYYY"
            elif isinstance(cell.value, str):
                cell.number_format = "@"


def fit_columns(sheet):
    for rank, column in enumerate(sheet.columns, 1):
        longest = max(10 if isinstance(c.value, date) else len(str(c.value or "")) for c in column)
        sheet.column_dimensions[get_column_letter(rank)].width = min(60, longest + 3)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def write_xlsx(path, title, header, rows):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    fill_sheet(sheet, header, rows)
    fit_columns(sheet)
    book.properties.creator = "Recoupe"
    book.properties.created = datetime(2026, 11, 23)
    buffer = BytesIO()
    book.save(buffer)
    path.write_bytes(without_clock(buffer))


def without_clock(buffer):
    """The workbook with the times that openpyxl and zipfile took from the clock replaced by the reference day."""
    result = BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-11-23T00:00:00Z", data)
            target.writestr(zipfile.ZipInfo(name, (2026, 11, 23, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return result.getvalue()


# --- what the rules must find --------------------------------------------------------------------------------------

SESSION_RULES = ["award-missing", "mandataire-mismatch", "market-number-missing", "market-number-format",
                 "scheme-not-allowed", "entry-late", "dates-outside-sesar", "contact-missing", "contact-email-missing",
                 "dates-missing", "dates-reversed", "date-partial", "place-missing", "recruitment-stale",
                 "recruitment-missing", "award-superseded"]
HARMLESS = {"entry-late"}  # an information: the session still conforms


def plants(session, rule):
    return rule in session.plant and (rule, session.plant[rule]) != ("award-superseded", "new")


def sessions_of(actions, *rules):
    return [s.numero for action in actions for s in action.sessions if any(plants(s, rule) for rule in rules)]


def also_possible(ours):
    """What a reading of the rules may add, without being wrong; tests must neither ask for it nor refuse it."""
    region = [action for action in ours if action.course.funder == REGION]
    return {
        "award-missing": sessions_of(ours, "market-number-missing", "market-number-format"),
        "award-ambiguous": sessions_of(ours, "two-lots"),
        "date-partial": sessions_of(ours, "dates-missing"),
        "market-number-missing": sessions_of([a for a in ours if a.number_shown == "."], "market-number-format"),
        "sesar-missing": sessions_of(region, "sesar-missing", "market-number-missing", "market-number-format"),
        "sieg-title": sessions_of([a for a in ours if a.scheme == "SIEG"], "scheme-not-allowed"),
    }


def is_clean(session):
    return not any(plants(session, rule) for rule in session.plant if rule not in HARMLESS)


def expected(formations, awards, pending, sesar):
    actions = [action for formation in formations for action in formation.actions]
    ours = [action for action in actions if is_ours(action.offer)]
    findings = {rule: sessions_of(ours, rule) for rule in SESSION_RULES}
    # The notification that replaces the other one moves the contract to another period.
    findings["dates-outside-award"] = sessions_of(ours, "award-superseded")
    findings["entry-due"] = [a.number for a in pending if a.deadline >= TODAY]
    findings["entry-overdue"] = [a.number for a in pending if a.deadline < TODAY]
    lots = [{"session": s.numero, "award": a.award.number, "lot": a.award.lot}
            for a in ours if "two-lots" in a.offer.plant for s in a.sessions]
    return {
        "today": TODAY.isoformat(),
        "counts": {"formations": len(formations), "sessions": sum(len(a.sessions) for a in actions),
                   "awards": len(awards), "sesar": len(sesar)},
        "sessions_of_the_three_funders": sum(len(a.sessions) for a in ours),
        "conforming_at_least": sum(is_clean(s) for a in ours for s in a.sessions),
        "findings": findings,
        "also_possible": also_possible(ours),
        "two_lots": lots,
    }


def main():
    rng = random.Random(SEED)
    numbers = Numbers(rng)
    formations = [build_formation(rng, numbers, course) for course in COURSES]
    pending = [pending_award(numbers, award) for award in PENDING_AWARDS]
    sent = [award for award in awards_of(formations) if award.sent] + pending
    awards = sorted(sent, key=lambda a: (a.received or a.notified, a.number, a.lot))
    sesar = sesar_lines(formations, pending)

    write_portal(FOLDER / "portail.xml", formations)
    write_csv(FOLDER / "notifications.csv", AWARD_COLUMNS, [award_row(a) for a in awards if a.funder != AGEFIPH])
    write_xlsx(FOLDER / "notifications-agefiph.xlsx", "Notifications", AWARD_TITLES,
               [award_row(a) for a in awards if a.funder == AGEFIPH])
    write_xlsx(FOLDER / "sesar.xlsx", "SESAR", SESAR_COLUMNS, [sesar_row(line) for line in sesar])
    write_csv(FOLDER / "prescripteurs.csv", ("departement", "structure", "courriel"), PRESCRIBERS)
    text = json.dumps(expected(formations, awards, pending, sesar), ensure_ascii=False, indent=2)
    (FOLDER / "expected.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
