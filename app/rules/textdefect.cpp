// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/textdefect.h"

#include "rules/wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

//! The match with a few words before and after it.
QString excerptOf(const QString &text, const QRegularExpressionMatch &match)
{
    constexpr qsizetype context = 20;
    const qsizetype from = std::max<qsizetype>(0, match.capturedStart() - context);
    const qsizetype to = std::min(text.size(), match.capturedEnd() + context);
    QString excerpt = text.mid(from, to - from).simplified();
    if (from > 0)
        excerpt.prepend(u'…');
    if (to < text.size())
        excerpt.append(u'…');
    return excerpt;
}

struct DisplayPattern
{
    char16_t sign; //!< cannot be there without it: most texts are done with at a glance
    QRegularExpression form;
    const char *nature;
};

//! UTF-8 read as Windows-1252 gives "Ã©" for "é", "Â«" for "«", "â€™" for an apostrophe, "Å“" for
//! "œ". French writes Ã nowhere, and Â only before letters.
const auto &displayPatterns()
{
    const auto form = [](const char16_t *text) {
        return QRegularExpression(QString::fromUtf16(text),
                                  QRegularExpression::CaseInsensitiveOption);
    };
    const auto exactForm = [](const char16_t *text) {
        return QRegularExpression(QString::fromUtf16(text));
    };
    static const char *const tag = QT_TRANSLATE_NOOP("Rules", "une balise HTML");
    static const char *const entity = QT_TRANSLATE_NOOP("Rules", "un code HTML");
    static const char *const accents = QT_TRANSLATE_NOOP("Rules", "des accents abîmés");
    static const std::array patterns{
        DisplayPattern{
            u'<',
            form(u"</?(?:p|br|b|i|u|s|em|strong|small|ul|ol|li|dl|dt|dd|div|span|a|h[1-6]|"
                 u"table|thead|tbody|tr|td|th|font|sup|sub|img|hr|pre|code|blockquote|"
                 u"script|style|o:p)(?:\\s+[a-z:-]+\\s*=[^<>]*)?\\s*/?>|<!--"),
            tag},
        DisplayPattern{u'&',
                       form(u"&(?:#[0-9]{2,5}|#x[0-9a-f]{2,5}|nbsp|amp|lt|gt|quot|apos|[lr]aquo|"
                            u"[lr][sd]quo|hellip|[nm]dash|euro|deg|bull|middot|times|[oa]elig|"
                            u"[aeiouycn](?:acute|grave|circ|uml|cedil|tilde));"),
                       entity},
        DisplayPattern{u'\u00C3', exactForm(u"\u00C3(?![A-Za-z])|(?<![A-Za-z])\u00C3"), accents},
        DisplayPattern{u'\u00C2', exactForm(u"\u00C2(?:[ -\u00BF]| |$)"), accents},
        DisplayPattern{u'\u20AC', exactForm(u"\u00E2\u20AC"), accents},
        DisplayPattern{u'\u00C5', exactForm(u"\u00C5[\u201C\u2019]"), accents},
        DisplayPattern{u'\u00EF', exactForm(u"\u00EF\u00BF\u00BD|\u00EF\u00BB\u00BF"), accents},
        DisplayPattern{u'\uFFFD', exactForm(u"\uFFFD"), accents},
    };
    return patterns;
}

struct TitlePattern
{
    QRegularExpression form;
    const char *nature;
};

const auto &titlePatterns()
{
    static const std::array patterns{
        TitlePattern{QRegularExpression(QStringLiteral("\\b[A-Z][0-9]{7}\\b")),
                     QT_TRANSLATE_NOOP("Rules", "un numéro de marché")},
        TitlePattern{QRegularExpression(QStringLiteral("\\bR[0-9]{4,6}\\b")),
                     QT_TRANSLATE_NOOP("Rules", "une référence interne")},
        TitlePattern{QRegularExpression(QStringLiteral("\\p{Pd}\\s*[0-9]{6,}\\s*$"),
                                        QRegularExpression::UseUnicodePropertiesOption),
                     QT_TRANSLATE_NOOP("Rules", "une référence interne")},
    };
    return patterns;
}

template <typename Pattern>
std::optional<TextDefect> defectBy(const Pattern &pattern, const QString &text)
{
    const QRegularExpressionMatch match = pattern.form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return TextDefect{RulesTr::tr(pattern.nature), excerptOf(text, match)};
}

} // namespace

std::optional<TextDefect> displayDefect(const QString &text)
{
    for (const DisplayPattern &pattern : displayPatterns()) {
        if (!text.contains(QChar(pattern.sign)))
            continue;
        if (std::optional<TextDefect> defect = defectBy(pattern, text))
            return defect;
    }
    return std::nullopt;
}

std::optional<TextDefect> titleDefect(const QString &title)
{
    for (const TitlePattern &pattern : titlePatterns()) {
        if (std::optional<TextDefect> defect = defectBy(pattern, title))
            return defect;
    }
    return std::nullopt;
}

} // namespace recoupe
