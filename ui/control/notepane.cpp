// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/notepane.h"

#include "ui/delegates/carddelegate.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QToolButton>

namespace recoupe {

namespace {

constexpr int longestNote = 2000; // characters: more is a document

QString begunKey()
{
    return QStringLiteral("control/begunNotes");
}
QString sessionKey()
{
    return QStringLiteral("session");
}
QString textKey()
{
    return QStringLiteral("text");
}

QString addToolTip()
{
    return UiTr::tr("Ajouter la note à la session (Entrée)");
}
QString removeToolTip()
{
    return UiTr::tr("Supprimer la note choisie");
}

QToolButton *makeButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(themedIcon(QString::fromLatin1(name)));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

NotePane::NotePane(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListView)
    , m_field(new QLineEdit)
    , m_add(makeButton("note-add", UiTr::tr("Ajouter"), addToolTip()))
    , m_remove(makeButton("note-remove", UiTr::tr("Supprimer…"), removeToolTip()))
{
    m_list->setObjectName(QStringLiteral("notes"));
    m_list->setAccessibleName(UiTr::tr("Notes"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setAlternatingRowColors(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->setObjectName(QStringLiteral("noteField"));
    m_field->setAccessibleName(UiTr::tr("Nouvelle note"));
    m_field->setPlaceholderText(UiTr::tr("Nouvelle note, pour les collègues et pour plus tard"));
    m_field->setMaxLength(longestNote);

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);

    connect(m_field, &QLineEdit::textChanged, this, &NotePane::updateButtons);
    connect(m_field, &QLineEdit::textEdited, this, &NotePane::keep);
    connect(m_field, &QLineEdit::returnPressed, this, &NotePane::write);
    connect(m_add, &QToolButton::clicked, this, &NotePane::write);
    connect(m_remove, &QToolButton::clicked, this, &NotePane::removeCurrent);
    updateButtons();
}

void NotePane::showNotes(const SessionKey &key, const QList<Note> &notes)
{
    if (key != m_key)
        m_field->setText(m_begun.value(key.toString()));
    m_key = key;
    m_model.setNotes(notes);
    m_list->setCurrentIndex(m_model.index(0));
    updateButtons();
}

QWidget *NotePane::field() const
{
    return m_field;
}

QWidget *NotePane::focusTarget() const
{
    return m_model.rowCount() == 0 ? field() : m_list;
}

void NotePane::write()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty() || !m_whyNot.isEmpty())
        return;
    m_field->clear();
    keep({});
    Q_EMIT written(m_key, text);
}

void NotePane::keep(const QString &text)
{
    if (text.isEmpty())
        m_begun.remove(m_key.toString());
    else
        m_begun.insert(m_key.toString(), text);
    Q_EMIT begun();
}

void NotePane::saveState(QSettings &settings) const
{
    settings.remove(begunKey());
    settings.beginWriteArray(begunKey());
    int index = 0;
    for (auto note = m_begun.cbegin(); note != m_begun.cend(); ++note) {
        settings.setArrayIndex(index++);
        settings.setValue(sessionKey(), note.key());
        settings.setValue(textKey(), note.value());
    }
    settings.endArray();
}

void NotePane::restoreState(QSettings &settings)
{
    const int count = settings.beginReadArray(begunKey());
    for (int index = 0; index < count; ++index) {
        settings.setArrayIndex(index);
        m_begun.insert(settings.value(sessionKey()).toString(),
                       settings.value(textKey()).toString());
    }
    settings.endArray();
}

void NotePane::removeCurrent()
{
    if (const QModelIndex current = m_list->currentIndex(); current.isValid())
        Q_EMIT removalWanted(m_model.note(current.row()));
}

void NotePane::hold(const QString &whyNot)
{
    m_whyNot = whyNot;
    updateButtons();
}

//! Unless something else was begun on the session meanwhile.
void NotePane::giveBack(const SessionKey &key, const QString &text)
{
    const QString session = key.toString();
    if (m_begun.contains(session))
        return;
    m_begun.insert(session, text);
    if (key == m_key)
        m_field->setText(text);
    Q_EMIT begun();
}

void NotePane::updateButtons()
{
    const bool mayWrite = m_whyNot.isEmpty();
    m_add->setEnabled(mayWrite && !m_field->text().trimmed().isEmpty());
    m_add->setToolTip(mayWrite ? addToolTip() : m_whyNot);
    m_remove->setEnabled(mayWrite && m_model.rowCount() > 0);
    m_remove->setToolTip(mayWrite ? removeToolTip() : m_whyNot);
}

} // namespace recoupe
