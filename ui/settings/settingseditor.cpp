// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingseditor.h"

#include "ui/dialogs/meanwhiledialog.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

#include <QBoxLayout>

namespace recoupe {

void SettingsEditor::saveThrough(OfficeClient &client,
                                 std::function<void(const DecisionOutcome &)> saved)
{
    connect(this, &SettingsEditor::saveWanted, this,
            [this, &client, saved = std::move(saved)] { save(client, saved); });
}

void SettingsEditor::accept()
{
    if (!m_isSaving)
        Q_EMIT saveWanted();
}

void SettingsEditor::reject()
{
    if (!m_isSaving)
        leave();
}

void SettingsEditor::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    if (isSaving)
        m_focus = focusWidget();
    if (m_problem)
        m_problem->hide();
    setEnabled(!isSaving);
    if (!isSaving && m_focus)
        m_focus->setFocus();
}

void SettingsEditor::save(OfficeClient &client,
                          const std::function<void(const DecisionOutcome &)> &saved)
{
    const QMap<QString, QString> wanted = changes();
    if (wanted.isEmpty())
        return conclude({}, client, saved);
    setSaving(true);
    client.attempt(
        UiTr::tr("Enregistrement des réglages"),
        [wanted, seen = seen(), reason = reason(),
         request = DecisionRequest::on({})](BackOffice &office, const Progress &) {
            return office.decide(request, [&](DecisionService decisions) {
                return decisions.changeSettings(wanted, reason, seen);
            });
        },
        this,
        [this, &client, saved](const Result<DecisionOutcome> &outcome) {
            setSaving(false);
            if (outcome)
                conclude(*outcome, client, saved);
            else
                tellProblem(outcome.error(), client);
        });
}

void SettingsEditor::conclude(const DecisionOutcome &outcome, OfficeClient &client,
                              const std::function<void(const DecisionOutcome &)> &saved)
{
    if (outcome.meanwhile.isEmpty()) {
        saved(outcome);
        return QDialog::accept();
    }
    MeanwhileDialog::tell(outcome.meanwhile, this, [this, &client] {
        client.run(
            UiTr::tr("Lecture des réglages"),
            [](BackOffice &office, const Progress &) { return office.settings(); }, this,
            [this](const QMap<QString, QString> &texts) { takeUp(texts); });
    });
    client.reload(); // so that the rest of the window shows what stands now, too
}

//! Here, as the window and its messages are behind.
void SettingsEditor::tellProblem(const Error &error, OfficeClient &client)
{
    client.report(error);
    if (!m_problem) {
        auto *rows = qobject_cast<QBoxLayout *>(layout());
        Q_ASSERT(rows);
        m_problem = new MessageBar;
        m_problem->setObjectName(QStringLiteral("saveProblem"));
        rows->insertWidget(rows->count() - 1, m_problem); // above the buttons
    }
    m_problem->showMessage(
        MessageBar::Kind::Problem,
        UiTr::tr("%1 Rien n'a été enregistré ; ce que vous avez écrit reste ici.", "why")
            .arg(error.message));
}

QString takenUp(const QString &before, const QString &typed, const QString &now)
{
    return typed == before ? now : typed;
}

} // namespace recoupe
