// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/candidatepane.h"

#include "models/matchwords.h"
#include "ui/delegates/carddelegate.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>

#include <algorithm>

namespace recoupe {

namespace {

QLabel *makeLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QToolButton *makeButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

CandidatePane::CandidatePane(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_sentence(makeLabel("matchSentence"))
    , m_list(new QListView)
    , m_refused(makeLabel("refusedAwards"))
{
    setTextRole(m_refused, TextRole::Hint);
    m_list->setObjectName(QStringLiteral("candidateList"));
    m_list->setAccessibleName(UiTr::tr("Notifications possibles"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setAlternatingRowColors(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({actions.associate, actions.refuseAward, actions.dissociate});
    connect(m_list, &QListView::activated, actions.associate, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CandidatePane::pointedAwardChanged);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sentence);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_refused);
    layout->addWidget(makeButtons());
    layout->addStretch(); // what there is stays at the top where there is no list
}

QWidget *CandidatePane::makeButtons()
{
    m_actions.refuseAward->setIconText(UiTr::tr("Écarter"));
    m_actions.associateOther->setIconText(UiTr::tr("Autre notification…"));
    m_associate = makeButton(m_actions.associate);
    m_refuse = makeButton(m_actions.refuseAward);
    m_dissociate = makeButton(m_actions.dissociate);
    m_other = makeButton(m_actions.associateOther);
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    for (QToolButton *button : {m_associate, m_dissociate, m_refuse})
        layout->addWidget(button);
    layout->addStretch();
    layout->addWidget(m_other);
    return buttons;
}

void CandidatePane::showSession(const Workspace &workspace, const CheckedSession &session)
{
    const bool isSame = m_shown == session.key();
    const std::optional<AwardKey> award = isSame ? pointedAward() : std::nullopt;
    const int row = isSame ? m_list->currentIndex().row() : 0;
    m_shown = session.key();
    const bool hadFocus = m_list->hasFocus();
    const bool isMatched = session.match.isMatched();
    m_model.setSession(workspace, session);
    m_candidateCount = isMatched ? 0 : m_model.rowCount();
    m_sentence->setText(matchInWords(workspace, session));
    m_refused->setText(refusedInWords(session.stored.choice));
    m_refused->setVisible(!m_refused->text().isEmpty());
    m_associate->setVisible(m_candidateCount > 0);
    m_refuse->setVisible(m_model.rowCount() > 0);
    m_dissociate->setVisible(session.match.outcome == AwardMatch::Outcome::Chosen);
    m_other->setVisible(session.match.outcome != AwardMatch::Outcome::OutOfScope);
    m_list->setVisible(m_model.rowCount() > 0);
    point(award, row);
    if (hadFocus)
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

//! Points at the same notification again; where it is gone, at the one now in its place.
void CandidatePane::point(const std::optional<AwardKey> &award, int row)
{
    if (m_model.rowCount() == 0) {
        Q_EMIT pointedAwardChanged();
        return;
    }
    const int known = award ? m_model.rowOf(*award) : -1;
    const int next = known >= 0 ? known : std::clamp(row, 0, m_model.rowCount() - 1);
    m_list->setCurrentIndex(m_model.index(next));
}

std::optional<AwardKey> CandidatePane::pointedAward() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::optional(m_model.award(current.row())) : std::nullopt;
}

QWidget *CandidatePane::focusTarget() const
{
    return m_model.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_other;
}

} // namespace recoupe
