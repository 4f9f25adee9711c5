// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QSettings;

namespace recoupe {

class Dialogs;
class FilterBar;
class RecordView;

//! The saved views of a table: each is its filters, columns and order under a name of the
//! operator's own, kept in the operator's settings.
class ViewsButton : public QToolButton
{
    Q_OBJECT

public:
    //! What a view is of and where it is kept; all must outlive the button.
    struct Subject
    {
        QString page; //!< stable name
        RecordView *table;
        FilterBar *filters;
        QSettings *settings;
        Dialogs *dialogs;
    };

    explicit ViewsButton(const Subject &subject, QWidget *parent = nullptr);

    //! In the order of their names.
    [[nodiscard]] QStringList names() const;
    void showView(const QString &name);
    //! Under a name that is taken, the former view gives way once that is confirmed.
    void saveView(const QString &name);
    void removeView(const QString &name);

private:
    void fillMenu();
    void askName();
    void write(const QString &name);
    [[nodiscard]] QString groupOf(const QString &name) const;

    Subject m_subject;
};

} // namespace recoupe
