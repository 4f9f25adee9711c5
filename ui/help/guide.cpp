// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/guide.h"

#include "models/ruleguide.h"
#include "ui/uitr.h"

#include <QDate>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTextDocument>

namespace recoupe {

namespace {

const QString operatorGuide = QStringLiteral("guide");

QString htmlOf(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    // A whole page with a head of its own; chapters are put together.
    const QString page = document.toHtml();
    const qsizetype body = page.indexOf(u'>', page.indexOf(QLatin1String("<body"))) + 1;
    return page.mid(body, page.lastIndexOf(QLatin1String("</body>")) - body);
}

} // namespace

QStringList guideNames()
{
    return {operatorGuide, QStringLiteral("administration")};
}

QString guideMarkdown(const QString &name)
{
    const QString language = QLocale().name();
    for (const QString &suffix :
         {u'_' + language, u'_' + language.section(u'_', 0, 0), QString()}) {
        QFile file(QStringLiteral(":/help/%1%2.md").arg(name, suffix));
        if (file.open(QIODevice::ReadOnly | QIODevice::Text))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

QList<GuideChapter> guideChapters(const QString &markdown)
{
    static const QString heading = QStringLiteral("## ");
    static const QRegularExpression start(QStringLiteral("^(?:<!-- #([a-z]+) -->\\n)?") + heading,
                                          QRegularExpression::MultilineOption);
    QList<GuideChapter> chapters;
    QString anchor;
    qsizetype from = 0;
    const auto add = [&](qsizetype to) {
        if (const QString text = markdown.mid(from, to - from); !text.trimmed().isEmpty())
            chapters.append({anchor, htmlOf(text)});
    };
    auto starts = start.globalMatch(markdown);
    while (starts.hasNext()) {
        const QRegularExpressionMatch match = starts.next();
        add(match.capturedStart());
        anchor = match.captured(1);
        from = match.capturedEnd() - heading.size();
    }
    add(markdown.size());
    return chapters;
}

QString guidePage(const QString &name)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
                       "<title>Recoupe</title><style>body{max-width:45em;margin:2em auto;"
                       "padding:0 1em;font-family:sans-serif;line-height:1.5}"
                       "</style></head><body>\n")
            .arg(QLocale().bcp47Name());
    for (const GuideChapter &chapter : guideChapters(guideMarkdown(name)))
        html += chapter.html;
    if (name == operatorGuide)
        html += ruleChapterHtml(QDate::currentDate());
    return html + QStringLiteral("</body></html>\n");
}

} // namespace recoupe
