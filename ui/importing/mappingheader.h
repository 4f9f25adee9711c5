// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QComboBox;
class QTableView;

namespace recoupe {

//! The header of a table that is about to be imported: above each title of the file, a list of our
//! columns to say which one it is.
class MappingHeader : public QHeaderView
{
    Q_OBJECT

public:
    //! The table has its model, a TablePreviewModel.
    explicit MappingHeader(QTableView *table);

    //! Our names of the columns that the lists offer.
    void setChoices(const QStringList &names);
    //! The list above a column of the file.
    [[nodiscard]] QComboBox *choiceAt(int column) const { return m_choices.at(column); }

    [[nodiscard]] QSize sizeHint() const override;
    void reset() override;

Q_SIGNALS:
    //! The operator said which of ours a column is; an empty name: none.
    void chosen(int column, const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void updateGeometries() override;

private:
    void addChoice();
    void offerNames(QComboBox *choice) const;
    void showNames();
    void placeChoices();

    QTableView *m_table;
    QStringList m_names;
    QList<QComboBox *> m_choices;
    int m_choiceHeight;
};

} // namespace recoupe
