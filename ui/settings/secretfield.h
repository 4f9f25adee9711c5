// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace recoupe {

//! A password or token: typed, never shown, never read back; says whether one is kept.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    //! \a name: of the secret (services/secrets.h).
    explicit SecretField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] const QString &name() const { return m_name; }
    //! Whether one is kept; unknown before the first call.
    void setKept(bool isKept);
    //! What is to be kept: empty to forget the one that is; nothing where it stays as it is.
    [[nodiscard]] std::optional<QString> wanted() const;

Q_SIGNALS:
    void changed();

private:
    void follow();

    QString m_name;
    QLineEdit *m_edit;
    QPushButton *m_forget;
    QLabel *m_state;
    std::optional<bool> m_isKept;
    bool m_isForgotten = false;
};

} // namespace recoupe
