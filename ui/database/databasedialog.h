// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/basetablemodel.h"
#include "services/databaseaccess.h"
#include "services/usualdatabase.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QTreeView;

namespace recoupe {

class Dialogs;
class JobProgress;
class SecretField;
class SentenceList;
class SettingForm;

//! Where the base is, and where another one could be: to be tested, moved to and used. Does nothing
//! of that itself: says what is wanted, and shows what came of it.
class DatabaseDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a open: the base that is open now, without a password.
    DatabaseDialog(NamedDatabase open, Dialogs &dialogs, QWidget *parent = nullptr);

    //! What is filled in, with the password that was typed. InvalidArgument where something is
    //! wrong with it: then nothing is wanted.
    [[nodiscard]] Result<DatabaseUrl> chosen() const;
    //! As SecretField::wanted().
    [[nodiscard]] std::optional<QString> password() const;
    //! Whether what is filled in is the base that is open, and the same way there.
    [[nodiscard]] bool isOpenOne() const;
    //! The base that is open.
    [[nodiscard]] QString openInWords() const;
    void setSecretKept(bool isKept);

    //! A job begins: nothing else is wanted until end(). What was said before is gone.
    void begin();
    void showReached(qint64 reached, qint64 total);
    void end();
    //! What a test found.
    void showFound(const QList<SightSentence> &found);
    void say(const SightSentence &sentence);
    void sayFailure(const Error &error);
    //! What a move copied; leads to the use of the base.
    void showTables(const QList<TableSummary> &tables);

    //! Stops what runs.
    void done(int result) override;

Q_SIGNALS:
    void testWanted();
    void useWanted();
    void moveWanted();
    //! Of what runs.
    void stopWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QLayout *buildOpenBase();
    [[nodiscard]] QWidget *buildTables();
    [[nodiscard]] QWidget *buildButtons();
    [[nodiscard]] QString whyNotMove() const;
    void updateState();

    NamedDatabase m_open;
    BaseTableModel m_tables;
    SecretField *m_secret;
    SettingForm *m_form;
    SentenceList *m_sentences;
    QTreeView *m_tableView;
    JobProgress *m_progress;
    QPushButton *m_test;
    QPushButton *m_move;
    QPushButton *m_use;
    bool m_isRunning = false;
    QPointer<QWidget> m_focus; //!< what had it before the job
};

//! What names the base that is open, in a sentence.
[[nodiscard]] QString originInWords(DatabaseOrigin origin);
//! That a choice counts only without what names the base now; empty where it counts.
[[nodiscard]] QString whyChoiceWaits(DatabaseOrigin origin);

} // namespace recoupe
