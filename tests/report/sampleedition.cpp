// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sampleedition.h"

#include <QRandomGenerator>

#include <array>

namespace recoupe::testing {

namespace {

struct SampleTitle
{
    const char16_t *title;
    const char16_t *objective;
    const char16_t *validation;
    const char16_t *level;
};

constexpr std::array titles{
    SampleTitle{
        u"Titre professionnel plaquiste",
        u"Réaliser l'aménagement de locaux en plaques de plâtre et poser les isolants thermiques "
        u"et acoustiques, en vue d'un emploi de plaquiste dans une entreprise du second œuvre.",
        u"Titre professionnel plaquiste (niveau 3), délivré par le ministère chargé de l'emploi.",
        u"13"},
    SampleTitle{u"Remise à niveau + 63 – (Réactif)",
                u"Consolider les savoirs de base et construire un projet professionnel.",
                u"Attestation de fin de formation et plan d'action individuel.", u"1"},
    SampleTitle{
        u"Titre professionnel agent de service médico-social : accompagnement des personnes "
        u"âgées dépendantes en établissement et à domicile, parcours aménagé pour les "
        u"travailleurs handicapés",
        u"Exercer en EHPAD : accueil, entretien des espaces, service des repas, soutien aux "
        u"gestes de la vie quotidienne. Une œuvre collective, efficace et affinée.",
        u"Titre professionnel", u"13"},
    SampleTitle{u"Atelier multisectoriel", u"-", u"-", u""},
    SampleTitle{u"Ecole de la deuxième chance – ER2C + 03",
                u"Accompagner des jeunes de 16 à 25 ans sans qualification vers l'emploi.",
                u"Attestation de compétences acquises", u"0"},
    SampleTitle{u"Soudeur à l'arc semi-automatique et TIG",
                u"Devenir un soudeur efficace, affûté et qualifié.",
                u"Titre professionnel soudeur assembleur industriel, qualifications "
                u"NF EN ISO 9606-1",
                u"14"},
    SampleTitle{u"POEC conducteur de transport en commun sur route",
                u"Obtenir le titre professionnel et la FIMO voyageurs, prendre son poste chez un "
                u"employeur partenaire.",
                u".", u"13"},
    SampleTitle{u"BTS assistant de gestion de PME-PMI", u"Préparer l'examen en un an.",
                u"Brevet de technicien supérieur", u"15"},
};

struct SamplePlace
{
    const char16_t *city;
    const char16_t *postalCode;
};

constexpr std::array places{
    SamplePlace{u"Clermont-Ferrand", u"63000"},
    SamplePlace{u"Thiers", u"63300"},
    SamplePlace{u"Saint-Germain-Lembron", u"63340"},
    SamplePlace{u"Le Puy-en-Velay", u"43000"},
    SamplePlace{u"Monistrol-sur-Loire", u"43120"},
    SamplePlace{u"Aurillac", u"15000"},
    SamplePlace{u"Saint-Flour", u"15100"},
    SamplePlace{u"Moulins", u"03000"},
    SamplePlace{u"Montluçon", u"03100"},
    SamplePlace{u"Vichy", u"03200"},
};

struct SampleOrganisation
{
    const char16_t *name;
    const char16_t *siret;
    const char16_t *contact;
    const char16_t *mail;
};

constexpr std::array organisations{
    SampleOrganisation{u"GRETA des Volcans", u"19630018500029", u"Claire Œuvrard",
                       u"claire.oeuvrard@greta-des-volcans.example.fr"},
    SampleOrganisation{u"Centre de formation du Bâtiment de l'Allier", u"34412345600017",
                       u"Jean-Baptiste de La Rochefoucauld-Montbel",
                       u"jean-baptiste.delarochefoucauld-montbel@formation-batiment.example.fr"},
    SampleOrganisation{u"Compétences & Avenir", u"41234567800012", u"Zoé Müller",
                       u"contact@ca.example"},
    SampleOrganisation{u"Institut Sainte-Thérèse", u"77912345600011", u"Aïcha Benoît",
                       u"a.benoit@institut.example.org"},
};

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

Funding fundingOf(int index)
{
    static constexpr std::array codes{2, 4, 2, 7};
    static constexpr std::array schemes{u"AFC", u"POEC", u"SIEG", u"AFC"};
    Funding funding;
    funding.funderCode = codes[size_t(index) % codes.size()];
    funding.scheme = text(schemes[size_t(index) % schemes.size()]);
    funding.siegSegment = funding.scheme == u"SIEG" ? 1 + index % 3 : 0;
    funding.marketNumber = QStringLiteral("M26%1").arg(index % 100000, 5, 10, QLatin1Char('0'));
    if (index % 5 != 0)
        funding.places = 6 + index % 12;
    return funding;
}

InfoMeeting meetingOf(int index, const Place &place)
{
    InfoMeeting meeting;
    meeting.date = PartialDate(QDate(2026, 2, 1).addDays(index % 60));
    meeting.startTime = index % 2 ? QStringLiteral("9h") : QStringLiteral("14h15");
    meeting.place = place;
    meeting.place.name = index % 4 ? QString() : QStringLiteral("Maison de l'emploi");
    return meeting;
}

Contact contactOf(const SampleOrganisation &organisation)
{
    Contact contact;
    const QString name = text(organisation.contact);
    contact.firstName = name.section(u' ', 0, 0);
    contact.lastName = name.section(u' ', 1);
    contact.telephones = {QStringLiteral("0473001122")};
    contact.email = text(organisation.mail);
    return contact;
}

TrainingSession sessionOf(int index, const SampleOrganisation &deliverer)
{
    const SamplePlace &place = places[size_t(index * 7) % places.size()];
    TrainingSession session;
    session.key = {QStringLiteral("FO_%1").arg(index), QStringLiteral("AC_%1").arg(index),
                   QStringLiteral("SE_%1").arg(160000 + index, 10, 10, QLatin1Char('0'))};
    const QDate start = QDate(2026, 2, 16).addDays((index * 37) % 300);
    session.start = index % 11 == 10 ? PartialDate::ofMonth(2026, 9) : PartialDate(start);
    session.end = index % 11 == 10 ? PartialDate() : PartialDate(start.addDays(60 + index % 120));
    session.entryMode = index % 8 == 3 ? EntryMode::Permanent : EntryMode::Fixed;
    session.place.city = text(place.city);
    session.place.postalCode = text(place.postalCode);
    session.fundings = {fundingOf(index)};
    session.duration.centreHours = 70 + (index * 35) % 1200;
    session.duration.weeklyHours = 35;
    if (index % 3)
        session.duration.companyHours = 35 * (index % 9);
    if (index % 6 == 1)
        session.particularity = QStringLiteral("Groupe 2, public reconnu travailleur handicapé");
    session.deliverers = {{text(deliverer.siret), text(deliverer.name), {}, {}, {}}};
    if (index % 3 != 2)
        session.infoMeetings = {meetingOf(index, session.place)};
    return session;
}

//! Words of French length, with now and then one that has no end.
QString randomText(QRandomGenerator &random, int limit)
{
    static const QString letters = QStringLiteral("aeéiouœçsnrtlmdpfqbgvâABCDEÉ0123456789-'.,:()");
    const int length = random.bounded(limit + 1);
    QString out;
    while (out.size() < length) {
        const int word = random.bounded(20) == 0 ? 60 : 1 + random.bounded(12);
        for (int i = 0; i < word; ++i)
            out += letters.at(random.bounded(int(letters.size())));
        out += u' ';
    }
    return out.left(length).trimmed();
}

} // namespace

EditionHead sampleHead()
{
    return {2026, 3, QDate(2026, 2, 9), QDate(2026, 1, 26)};
}

PublishedSession sampleSession(int index)
{
    const SampleTitle &title = titles[size_t(index) % titles.size()];
    const SampleOrganisation &organisation = organisations[size_t(index) % organisations.size()];
    const size_t deliverer = size_t(index % 5 == 4 ? index + 1 : index) % organisations.size();
    PublishedSession published;
    published.action.numero = QStringLiteral("FO_%1").arg(index);
    published.action.title = text(title.title);
    published.action.objective = text(title.objective);
    published.action.expectedResults = text(title.validation);
    published.action.exitLevel = text(title.level);
    published.action.mandataire.siret = text(organisation.siret);
    published.action.mandataire.name = text(organisation.name);
    published.action.contacts = {contactOf(organisation)};
    published.session = sessionOf(index, organisations[deliverer]);
    published.recruitment = index % 6 == 4 ? RecruitmentState::Suspended : RecruitmentState::Open;
    return published;
}

EditionContent sampleEdition(int rows, bool draft)
{
    QList<PublishedSession> sessions;
    for (int index = 0; index < rows; ++index)
        sessions << sampleSession(index);
    EditionHead head = sampleHead();
    if (draft)
        head.number = 0;
    return composeEdition(head, sessions);
}

EditionContent fullEdition(int rows, int departures)
{
    EditionContent content = sampleEdition(rows);
    int index = 0;
    for (EditionGroup &group : content.groups) {
        for (EditionRow &row : group.rows) {
            row.mark = RowMark(index++ % 3);
            if (row.mark == RowMark::Changed)
                row.changes = {QStringLiteral("dates"), QStringLiteral("lieu")};
        }
    }
    const EditionContent before = sampleEdition(departures);
    for (const EditionGroup &group : before.groups) {
        for (const EditionRow &row : group.rows) {
            content.departures << EditionDeparture{
                row.key,      row.departement, row.funder, row.title,
                row.provider, row.place,       row.dates,  QStringLiteral("recrutement clos")};
        }
    }
    return content;
}

EditionContent scriptsEdition()
{
    const QStringList texts{
        QStringLiteral("Œuvre efficace, affligé, effluent, fin, flux"),
        QStringLiteral("Formation \u05E9\u05DC\u05D5\u05DD et "
                       "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 (63)"),
        QStringLiteral("e\u0301le\u0300ve a\u0323\u0302ge\u0301, \u1EC7\u0323 et Vie\u0323\u0302t"),
        QStringLiteral("Accueil \U0001F600\u200D\U0001F4BB \U0001F469\u200D\U0001F692 et "
                       "\u2708\uFE0F"),
        QStringLiteral("\u65E5\u672C\u8A9E \u4E2D\u6587 \uD55C\uAD6D\uC5B4"),
        QStringLiteral("Soudure\u0001\u0007 TIG\u009F \u200Bet\u00AD MAG\u2028suite\u0000fin\uFFFD "
                       "\uFEFF"),
        QStringLiteral("\U00010348 \U000E0041 \uE000 \uFFFE seul ") + QChar(0xD800),
        QStringLiteral("<b>&amp;</b> (a\\b) %PDF #20 [x] {y} \"z\""),
    };
    EditionContent content = sampleEdition(int(texts.size()));
    int index = 0;
    for (EditionGroup &group : content.groups) {
        for (EditionRow &row : group.rows) {
            row.title = texts.at(index++);
            row.provider = row.title;
            row.contactName = row.title;
        }
    }
    return content;
}

EditionRow randomRow(quint32 seed)
{
    QRandomGenerator random(seed);
    EditionRow row;
    row.key = {QStringLiteral("F"), {}, QString::number(seed)};
    row.suspended = random.bounded(4) == 0;
    row.funder = Funder(random.bounded(4));
    row.state = row.suspended ? QStringLiteral("SUSPENDU") : QStringLiteral("Ouvert");
    for (QString *member :
         {&row.title, &row.details, &row.provider, &row.deliverer, &row.place, &row.dates,
          &row.duration, &row.places, &row.meeting, &row.contactName, &row.contactTelephone,
          &row.contactEmail, &row.funding, &row.market, &row.session}) {
        *member = randomText(random, random.bounded(3) == 0 ? 400 : 40);
    }
    if (random.bounded(2))
        row.contactEmail = QStringLiteral("quelqu.un-de-long@") +
                           QString(random.bounded(40), u'x') + QStringLiteral(".example.fr");
    row.domain = randomText(random, 40);
    row.start = QDate(2026, 1, 1).addDays(random.bounded(400));
    row.mark = RowMark(random.bounded(3));
    if (row.mark == RowMark::Changed)
        row.changes = QStringList{QStringLiteral("dates"), QStringLiteral("lieu"),
                                  QStringLiteral("information collective")}
                          .mid(random.bounded(3));
    return row;
}

EditionContent randomEdition(int rows, quint32 seed)
{
    QRandomGenerator random(seed);
    const EditionHead head = sampleHead();
    EditionContent content;
    content.year = head.year;
    content.number = int(random.bounded(2)) * head.number;
    content.date = head.date;
    content.periodEnd = head.date.addDays(13);
    content.previousDate = head.previousDate;
    for (int row = 0; row < rows; ++row) {
        if (row == 0 || random.bounded(6) == 0) {
            content.groups << EditionGroup{
                QStringLiteral("Département %1").arg(content.groups.size()), {}};
        }
        content.groups.last().rows << randomRow(random.generate());
    }
    for (int left = random.bounded(12); left > 0; --left) {
        const EditionRow row = randomRow(random.generate());
        content.departures << EditionDeparture{row.key,   row.departement,        row.funder,
                                               row.title, row.provider,           row.place,
                                               row.dates, randomText(random, 120)};
    }
    return content;
}

} // namespace recoupe::testing
