// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "models/ruleguide.h"
#include "ui/help/guide.h"
#include "ui/uitr.h"

#include <QAction>
#include <QDate>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace recoupe {

namespace {

QString anchorOf(HelpChapter chapter)
{
    switch (chapter) {
    case HelpChapter::Home: return QStringLiteral("home");
    case HelpChapter::Control: return QStringLiteral("control");
    case HelpChapter::Awards: return QStringLiteral("awards");
    case HelpChapter::Table: return QStringLiteral("table");
    case HelpChapter::Exports: return QStringLiteral("exports");
    case HelpChapter::Journal: break;
    }
    return QStringLiteral("journal");
}

QString row(const QString &term, const QString &meaning)
{
    return QStringLiteral("<tr><td style='padding:3px 14px 3px 0'><b>%1</b></td>"
                          "<td style='padding:3px 0'>%2</td></tr>")
        .arg(term.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString keys(const QList<QAction *> &actions)
{
    QString rows;
    for (const QAction *action : actions) {
        QStringList shortcuts;
        for (const QKeySequence &shortcut : action->shortcuts())
            shortcuts << shortcut.toString(QKeySequence::NativeText);
        if (!shortcuts.isEmpty())
            rows += row(shortcuts.join(UiTr::tr(" ou ")), action->text().remove(u'&'));
    }
    return QStringLiteral("<h2>%1</h2><table>%2</table>")
        .arg(UiTr::tr("Les touches").toHtmlEscaped(), rows);
}

QString guideHtml()
{
    QString html;
    for (const GuideChapter &chapter : guideChapters(guideMarkdown(QStringLiteral("guide")))) {
        if (!chapter.anchor.isEmpty())
            html += QStringLiteral("<a name='%1'></a>").arg(chapter.anchor);
        html += chapter.html;
    }
    return html;
}

} // namespace

HelpWindow::HelpWindow(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(UiTr::tr("Aide de Recoupe"));
    resize(640, 620);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(windowTitle());
    m_text->setHtml(guideHtml() + keys(actions) + ruleChapterHtml(QDate::currentDate()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
}

void HelpWindow::showChapter(HelpChapter chapter)
{
    m_text->scrollToAnchor(anchorOf(chapter));
}

} // namespace recoupe
