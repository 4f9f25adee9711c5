// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheodialect.h"

#include "exchange/xml/xmlreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// First row that fits; an empty name or space fits any. %1 is the file's name.
struct Refusal
{
    std::string_view root;
    std::string_view space; // beginning of the namespace
    const char *sentence;
};

constexpr const char *oldVersion = QT_TRANSLATE_NOOP(
    "Recoupe",
    "Le fichier « %1 » est en LHEO 1.3 ou antérieur, qui a une autre structure : demandez un "
    "export en LHEO 2.2 ou 2.3.");

constexpr std::array refusals{
    Refusal{"lheo-index", "",
            QT_TRANSLATE_NOOP("Recoupe", "Le fichier « %1 » est un index LHEO, pas une offre : "
                                         "demandez le fichier des formations lui-même.")},
    Refusal{"offre-formation", "", oldVersion},
    Refusal{"lheo-leger", "", oldVersion},
    Refusal{"", "http://www.lheo.org/1", oldVersion},
    Refusal{"", "https://www.of.moncompteformation.gouv.fr",
            QT_TRANSLATE_NOOP("Recoupe",
                              "Le fichier « %1 » est au format EDOF (Mon Compte Formation), pas à "
                              "celui des Carif-Oref : demandez un export en LHEO 2.2 ou 2.3.")},
};

struct Accepted
{
    std::string_view space;
    const char *warning; // null: nothing to say
};

constexpr std::array accepted{
    Accepted{"http://lheo.gouv.fr/2.3", nullptr},
    Accepted{"http://www.lheo.org/2.2", nullptr},
    Accepted{"http://www.lheo.org/2.0",
             QT_TRANSLATE_NOOP("Recoupe", "Le fichier « %1 » est en LHEO 2.0, proche de la version "
                                          "2.2 : il a été lu comme elle.")},
    Accepted{"", QT_TRANSLATE_NOOP("Recoupe", "Le fichier « %1 » n'indique pas sa version de LHEO "
                                              "(espace de noms absent) : il a été lu comme du LHEO "
                                              "2.3.")},
};

Failure notLheo(const QString &sentence)
{
    return fail(ErrorCode::NotTheFormat, sentence);
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

Result<QString> judgeLheoRoot(const XmlStart &root, const QString &shownName)
{
    const std::string_view space = root.declaredNamespace();
    for (const Refusal &refusal : refusals) {
        if ((refusal.root.empty() || refusal.root == root.name) && space.starts_with(refusal.space))
            return notLheo(Tr::tr(refusal.sentence).arg(shownName));
    }
    if (root.name != "lheo" && root.name != "lheo-plus") {
        return notLheo(Tr::tr("Le fichier « %1 » n'est pas du LHEO : il commence par « %2 » au "
                              "lieu de « lheo ». Demandez un export en LHEO 2.2 ou 2.3.")
                           .arg(shownName, textOf(root.name)));
    }
    const auto row = std::ranges::find(accepted, space, &Accepted::space);
    if (row == accepted.end()) {
        return notLheo(Tr::tr("Le fichier « %1 » est d'une version de LHEO inconnue (« %2 ») : "
                              "demandez un export en LHEO 2.2 ou 2.3.")
                           .arg(shownName, textOf(space)));
    }
    return row->warning ? Tr::tr(row->warning).arg(shownName) : QString();
}

} // namespace recoupe
