#include "console/dialogs/palettedialog.h"

#include "console/dialogs/keycaps.h"
#include "console/models/palettemodel.h"
#include "console/theme/iconengine.h"
#include "console/theme/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 40;
constexpr int fewestRows = 2;
constexpr int mostRows = 9;
constexpr int besideList = 80; // the field, and some of the window
constexpr int wide = 560;

/// A row: icon, words with the found letters bold, and at the end the keys or how the chat stands.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    PaletteDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(QGuiApplication::layoutDirection(), option.rect, rect);
        };
        const QRect ground = option.rect.adjusted(space::s, 1, -space::s, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(Token::PrimaryWash));
            painter->drawRoundedRect(ground, radius::control, radius::control);
        }
        const bool selected = option.state & QStyle::State_Selected;
        const QRect icon(ground.left() + space::m, ground.center().y() - 9, 20, 20);
        paintIcon(*painter, placed(icon), index.data(PaletteModel::IconRole).toString(),
                  m_theme.color(selected ? Token::Primary : Token::Ink2));
        const QRect rest(icon.right() + space::m, ground.top(), ground.right() - icon.right() - 2 * space::m,
                         ground.height());
        const int used = paintEnd(*painter, placed(rest), index);
        paintText(*painter, placed(rest.adjusted(0, 0, -used - space::m, 0)), index);
        painter->restore();
    }

private:
    int paintEnd(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        if (!keys.isEmpty())
            return paintKeys(painter, rect, m_theme, keys);
        const QString detail = index.data(PaletteModel::DetailRole).toString();
        const QFont font = m_theme.font(FontSize::Small);
        painter.setFont(font);
        painter.setPen(m_theme.color(Token::Ink2));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, detail);
        return QFontMetrics(font).horizontalAdvance(detail);
    }

    void paintText(QPainter &painter, const QRect &rect, const QModelIndex &index) const
    {
        const QFont font = m_theme.font(FontSize::Reading);
        const QString text =
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width() - space::s);
        QTextLayout layout(text, font);
        QList<QTextLayout::FormatRange> bold;
        const auto places = index.data(PaletteModel::PlacesRole).value<QList<int>>();
        for (const int place : places) {
            QTextCharFormat format;
            format.setFontWeight(QFont::DemiBold);
            format.setForeground(m_theme.color(Token::Primary));
            if (place < text.size())
                bold.append({place, 1, format});
        }
        layout.setFormats(bold);
        QTextOption option(QGuiApplication::layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        option.setWrapMode(QTextOption::NoWrap);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(rect.width());
        layout.endLayout();
        painter.setPen(m_theme.color(Token::Ink));
        layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
    }

    const Theme &m_theme;
};

} // namespace

PaletteDialog::PaletteDialog(const Theme &theme, const Workspace &workspace, const QList<QAction *> &actions,
                             std::function<void(const ChatId &)> chosen, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_chosen(std::move(chosen)),
      m_model(new PaletteModel(workspace, actions, this)), m_edit(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QWidget(this))
{
    setObjectName(QStringLiteral("paletteDialog"));
    setWindowTitle(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(wide);
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setAccessibleName(tr("What do you want to do?"));
    m_edit->setPlaceholderText(tr("An action, or a visitor's name"));
    m_edit->setProperty("large", true);
    m_edit->setProperty("leading", true);
    m_edit->addAction(theme.icon(QStringLiteral("search"), Token::Ink3), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteListView"));
    m_list->setAccessibleName(tr("What there is"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it: one types and walks at once
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *nothing = new QLabel(tr("Nothing here is called that."), m_nothing);
    nothing->setProperty("tone", QStringLiteral("hint"));
    nothing->setAlignment(Qt::AlignCenter);
    (new QVBoxLayout(m_nothing))->addWidget(nothing);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::m, space::m, space::m, space::s);
    head->addWidget(m_edit);
    auto *body = new QGridLayout;
    body->addWidget(m_list, 0, 0);
    body->addWidget(m_nothing, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, space::s);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(body);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setPattern(text);
        showBest();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &PaletteDialog::choose);
    connect(m_list, &QListView::clicked, this, &PaletteDialog::choose);
    showBest();
    m_edit->setFocus();
}

void PaletteDialog::showBest()
{
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(m_model->rowCount() == 0);
    const int room = parentWidget() ? parentWidget()->height() - besideList : mostRows * rowHeight;
    const int most = std::clamp(room / rowHeight, fewestRows, mostRows);
    m_list->setFixedHeight(std::clamp(m_model->rowCount(), fewestRows, most) * rowHeight);
    adjustSize();
}

bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int last = m_model->rowCount() - 1;
        const int page = key == Qt::Key_PageDown || key == Qt::Key_PageUp ? 8 : 1;
        const bool down = key == Qt::Key_Down || key == Qt::Key_PageDown;
        if (last >= 0 && (down || key == Qt::Key_Up || key == Qt::Key_PageUp)) {
            const int row = m_list->currentIndex().row() + (down ? page : -page);
            m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, last), 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PaletteDialog::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QPointer<QAction> action = index.data(PaletteModel::ActionRole).value<QAction *>();
    const auto chat = ChatId::fromTrusted(index.data(PaletteModel::ChatRole).toString());
    // Later, when the window under this one is the active one again: what is chosen may move the focus there.
    connect(
        this, &QObject::destroyed, parentWidget(),
        [action, chat, tell = m_chosen, window = parentWidget()] {
            window->activateWindow();
            if (action)
                action->trigger();
            else
                tell(chat);
        },
        Qt::QueuedConnection);
    accept();
}

} // namespace deskbell::console
