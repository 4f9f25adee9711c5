// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editionlistmodel.h"
#include "report/tablelayout.h"
#include "ui/widgets/page.h"

#include <optional>

class QDateEdit;
class QLabel;
class QListView;
class QPushButton;

namespace recoupe {

class EditionPreview;
struct WindowActions;

//! An edition and its pages, as a job makes them.
struct LaidOutEdition
{
    EditionContent content;
    TableLayout layout;
};

//! The fortnightly table: the draft of a day as it would be printed, and past editions.
class EditionPage : public Page
{
    Q_OBJECT

public:
    EditionPage(const WindowActions &actions, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *focusTarget() const override;
    [[nodiscard]] QDate date() const;
    //! The draft or edition that is shown; null before the first.
    [[nodiscard]] const EditionContent *content() const;
    void showEdition(LaidOutEdition edition);
    void setEditions(const QList<EditionRecord> &editions);
    void focusNextPane();

Q_SIGNALS:
    void draftWanted(QDate date);
    void editionWanted(int year, int number);

private:
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makePages();
    void wantEdition(const QModelIndex &index);
    void describe();
    void updatePageNumber();

    const WindowActions &m_actions;
    EditionListModel m_editions;
    std::optional<EditionContent> m_content;
    QDateEdit *m_date;
    QLabel *m_title;
    QLabel *m_counts;
    QPushButton *m_backToDraft;
    QListView *m_list;
    QLabel *m_noEdition;
    QLabel *m_pageNumber;
    EditionPreview *m_preview;
};

} // namespace recoupe
