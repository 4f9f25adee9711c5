// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>
#include <QPointer>

#include <functional>

namespace recoupe {

class MessageBar;
class OfficeClient;
struct DecisionOutcome;
struct Error;

//! A dialog that changes settings together. It stays open until they are saved: what was typed is
//! not lost where the base cannot be reached, or where somebody else changed one of them meanwhile.
class SettingsEditor : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    //! The texts that differ from what was shown at first, by the names of their settings.
    [[nodiscard]] virtual QMap<QString, QString> changes() const = 0;
    //! The texts that were shown at first, of all that changes() may name.
    [[nodiscard]] virtual QMap<QString, QString> seen() const = 0;
    //! For the trail; may be empty.
    [[nodiscard]] virtual QString reason() const { return {}; }
    //! Shows how settings stand now, as \a texts of those that differ from the program's own, save
    //! where something else was typed: that stays, as a change of what stands now.
    virtual void takeUp(const QMap<QString, QString> &texts) = 0;

    //! Saves whenever it is wanted, through \a client, which must outlive the dialog; then \a
    //! saved, and the dialog closes. What is no setting is for \a saved: where none changed, the
    //! outcome is an empty one.
    void saveThrough(OfficeClient &client, std::function<void(const DecisionOutcome &)> saved);

    //! Wants what was typed saved.
    void accept() override;
    //! Leaves, unless it is being saved: else nobody would be told.
    void reject() override;

Q_SIGNALS:
    void saveWanted();

protected:
    //! Closes without saving.
    virtual void leave() { QDialog::reject(); }

private:
    void setSaving(bool isSaving);
    void save(OfficeClient &client, const std::function<void(const DecisionOutcome &)> &saved);
    void conclude(const DecisionOutcome &outcome, OfficeClient &client,
                  const std::function<void(const DecisionOutcome &)> &saved);
    void tellProblem(const Error &error, OfficeClient &client);

    bool m_isSaving = false;
    QPointer<QWidget> m_focus;       //!< while it is being saved: where it was
    MessageBar *m_problem = nullptr; //!< why nothing was saved; null before the first time
};

//! Of a setting that was shown as \a before and stands as \a now: that, unless something else was
//! \a typed.
[[nodiscard]] QString takenUp(const QString &before, const QString &typed, const QString &now);

} // namespace recoupe
