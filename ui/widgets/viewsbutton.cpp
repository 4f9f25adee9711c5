// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/viewsbutton.h"

#include "core/textfolding.h"
#include "ui/dialogs/dialogs.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace recoupe {

namespace {

QString nameKey()
{
    return QStringLiteral("name");
}

} // namespace

ViewsButton::ViewsButton(const Subject &subject, QWidget *parent)
    : QToolButton(parent)
    , m_subject(subject)
{
    setObjectName(QStringLiteral("views"));
    setText(UiTr::tr("Vues"));
    setAccessibleName(UiTr::tr("Vues enregistrées"));
    setToolTip(UiTr::tr("Retrouver des filtres, des colonnes et un tri sous un nom"));
    setIcon(themedIcon(QStringLiteral("views")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
}

QString ViewsButton::groupOf(const QString &name) const
{
    // A name may hold anything, a slash too, which the settings take for a group.
    return QStringLiteral("views/%1/%2")
        .arg(m_subject.page, QString::fromLatin1(name.toUtf8().toHex()));
}

QStringList ViewsButton::names() const
{
    QSettings &settings = *m_subject.settings;
    QStringList names;
    settings.beginGroup(QStringLiteral("views/") + m_subject.page);
    for (const QString &group : settings.childGroups())
        names << settings.value(group + u'/' + nameKey()).toString();
    settings.endGroup();
    std::ranges::sort(names, {}, [](const QString &name) { return folded(name); });
    return names;
}

void ViewsButton::showView(const QString &name)
{
    const QString group = groupOf(name);
    m_subject.table->restoreLayout(*m_subject.settings, group + QStringLiteral("/columns"));
    m_subject.filters->restore(*m_subject.settings, group + QStringLiteral("/filters"));
}

void ViewsButton::saveView(const QString &name)
{
    if (!names().contains(name)) {
        write(name);
        return;
    }
    m_subject.dialogs->confirm(
        window(),
        {.title = UiTr::tr("Enregistrer la vue"),
         .text = UiTr::tr("Une vue « %1 » existe déjà. La remplacer par ce qui est affiché ?")
                     .arg(name),
         .acceptLabel = UiTr::tr("&Remplacer")},
        [this, name] { write(name); });
}

void ViewsButton::write(const QString &name)
{
    const QString group = groupOf(name);
    QSettings &settings = *m_subject.settings;
    settings.remove(group);
    settings.setValue(group + u'/' + nameKey(), name);
    m_subject.table->saveLayout(settings, group + QStringLiteral("/columns"));
    m_subject.filters->save(settings, group + QStringLiteral("/filters"));
}

void ViewsButton::removeView(const QString &name)
{
    m_subject.settings->remove(groupOf(name));
}

void ViewsButton::askName()
{
    m_subject.dialogs->askName(
        window(),
        {.title = UiTr::tr("Enregistrer la vue"),
         .text =
             UiTr::tr("Les filtres, les colonnes et le tri affichés seront gardés sous ce nom."),
         .acceptLabel = UiTr::tr("&Enregistrer")},
        {}, [this](const QString &name) { saveView(name); });
}

void ViewsButton::fillMenu()
{
    menu()->clear();
    const QStringList known = names();
    for (const QString &name : known) {
        // A name is no text of ours: its & is no mnemonic.
        QAction *action = menu()->addAction(QString(name).replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, name] { showView(name); });
    }
    if (known.isEmpty())
        menu()->addAction(UiTr::tr("Aucune vue enregistrée"))->setEnabled(false);
    menu()->addSeparator();
    connect(menu()->addAction(UiTr::tr("&Enregistrer la vue affichée…")), &QAction::triggered, this,
            &ViewsButton::askName);
    QMenu *removal = menu()->addMenu(UiTr::tr("&Supprimer"));
    removal->setEnabled(!known.isEmpty());
    for (const QString &name : known) {
        QAction *action = removal->addAction(QString(name).replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, name] { removeView(name); });
    }
}

} // namespace recoupe
