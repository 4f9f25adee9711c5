// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QSettings;
class QVBoxLayout;

namespace recoupe {

class FacetSection;

//! The facets of a table, one under the other, with their values in sight.
class FilterPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit FilterPane(QWidget *parent = nullptr);

    void addSection(FacetSection *section);
    //! The title of the first; null before there is one.
    [[nodiscard]] QWidget *focusTarget() const;

    //! Which sections are folded.
    void save(QSettings &settings, const QString &key) const;
    void restore(QSettings &settings, const QString &key);

private:
    QVBoxLayout *m_layout;
    QList<FacetSection *> m_sections;
    QStringList m_folded; //!< as restored: sections come with the first load
};

} // namespace recoupe
