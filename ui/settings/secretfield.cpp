// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretfield.h"

#include "services/secrets.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"
#include "ui/widgets/named.h"
#include "ui/widgets/offer.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

SecretField::SecretField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_edit(new QLineEdit)
    , m_forget(new QPushButton(UiTr::tr("Oublier")))
    , m_state(named(new QLabel, "secretState"))
{
    m_edit->setObjectName(QLatin1String("secret/") + name);
    m_forget->setObjectName(QLatin1String("forget/") + name);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(UiTr::tr("Mot de passe ou jeton"));
    m_edit->setMaxLength(4096);
    m_forget->setAutoDefault(false);
    m_forget->setAccessibleName(UiTr::tr("Oublier le mot de passe ou le jeton gardé"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    setTextRole(m_state, TextRole::Hint);
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_forget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    layout->addLayout(row);
    layout->addWidget(m_state);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_isForgotten = false;
        follow();
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_edit->clear();
        m_isForgotten = true;
        follow();
    });
    follow();
}

void SecretField::setKept(bool isKept)
{
    m_isKept = isKept;
    follow();
}

std::optional<QString> SecretField::wanted() const
{
    if (!m_edit->text().isEmpty())
        return m_edit->text();
    return m_isForgotten ? std::optional(QString()) : std::nullopt;
}

void SecretField::follow()
{
    const QString where =
        UiTr::tr("Il va dans le trousseau de votre session, jamais dans la base ni dans un "
                 "fichier. Pour une tâche planifiée : la variable %1.")
            .arg(secretVariableOf(m_name));
    const QString state = m_isForgotten               ? UiTr::tr("Sera oublié.")
                          : !m_edit->text().isEmpty() ? UiTr::tr("Sera gardé.")
                          : !m_isKept                 ? UiTr::tr("Lecture du trousseau…")
                          : *m_isKept                 ? UiTr::tr("Un secret est déjà gardé.")
                                                      : UiTr::tr("Aucun secret n'est gardé.");
    m_edit->setPlaceholderText(m_isKept.value_or(false) && !m_isForgotten
                                   ? UiTr::tr("gardé ; écrire ici pour le remplacer")
                                   : QString());
    m_state->setText(UiTr::tr("%1 %2").arg(state, where));
    offer(m_forget, m_isKept.value_or(false) && !m_isForgotten
                        ? QString()
                        : UiTr::tr("Aucun secret n'est gardé."));
    Q_EMIT changed();
}

} // namespace recoupe
