// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editioncheckmodel.h"
#include "models/editionlistmodel.h"
#include "report/tablelayout.h"
#include "ui/widgets/page.h"

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QSettings;

namespace recoupe {

class DateField;
class EditionOptions;
class EditionPreview;
struct WindowActions;

//! An edition and the pages of what is shown of it, as a job makes them.
struct LaidOutEdition
{
    EditionContent content; //!< whole
    QList<EditionCheck> checks;
    EditionView view; //!< that the pages show
    Paper paper = Paper::A4;
    TableLayout layout;
};

//! The fortnightly table: the draft of a day as it would be printed, what is to be settled before
//! it is issued, and past editions.
class EditionPage : public Page
{
    Q_OBJECT

public:
    EditionPage(const WindowActions &actions, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *focusTarget() const override;
    //! Of the draft, also while a past edition is shown.
    [[nodiscard]] QDate date() const;
    //! How it is to be shown.
    [[nodiscard]] EditionView view() const;
    [[nodiscard]] Paper paper() const;
    //! The draft or edition that is shown; null before the first.
    [[nodiscard]] const EditionContent *content() const;
    [[nodiscard]] const QList<EditionCheck> &checks() const { return m_checks; }
    //! The pages that are shown.
    [[nodiscard]] const TableLayout &layoutOfPages() const;
    void showEdition(LaidOutEdition edition);
    //! The same edition, shown otherwise.
    void showLayout(TableLayout layout);
    void setEditions(const QList<EditionRecord> &editions);
    void focusNextPane() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    void draftWanted(QDate date);
    void editionWanted(int year, int number);
    //! What was typed as a day is none.
    void dateRefused(const QString &text);
    //! The options changed.
    void arrangementWanted();
    void sessionsWanted(const TableFilter &filter);

private:
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makePages();
    void makeDate();
    void makeChecks();
    void makeEditions();
    void wantEdition(const QModelIndex &index);
    void wantSessions(const QModelIndex &index);
    void describe();
    void describeEdition(const EditionContent &content);
    void showDate();
    void selectShown();
    void updatePageNumber();

    const WindowActions &m_actions;
    EditionListModel m_editions;
    EditionCheckModel m_checkModel;
    QList<EditionCheck> m_checks;
    std::optional<EditionContent> m_content;
    QDate m_draftDate; //!< while a past edition is shown
    DateField *m_date;
    QLabel *m_title;
    QLabel *m_period;
    QLabel *m_counts;
    EditionOptions *m_options;
    QLabel *m_checkTitle;
    QListView *m_checkList;
    QPushButton *m_backToDraft;
    QListView *m_list;
    QLabel *m_noEdition;
    QLabel *m_pageNumber;
    EditionPreview *m_preview;
};

} // namespace recoupe
