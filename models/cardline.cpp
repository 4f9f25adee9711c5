// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cardline.h"

#include "models/words.h"

namespace recoupe {

QString CardLine::inWords() const
{
    if (strong.isEmpty() || text.isEmpty())
        return strong + text;
    return ModelsTr::tr("%1 : %2").arg(strong, text);
}

QString inWords(const CardLines &lines)
{
    static const QString stops = QStringLiteral(".!?…");
    QStringList sentences;
    for (const CardLine &line : lines) {
        const QString words = line.inWords();
        if (!words.isEmpty())
            sentences << (stops.contains(words.back()) ? words : words + u'.');
    }
    return sentences.join(u' ');
}

} // namespace recoupe
