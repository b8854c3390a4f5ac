#include "server/desk/democonversations.h"

namespace deskbell::server {

namespace {

QList<DemoConversation> ended()
{
    return {
        {"Marta Kowalska",
         "marta@mail.example",
         "https://shop.example/orders/48213",
         180,
         0,
         "Solved",
         {"Hello, my order 48213 says delivered, but nothing has arrived.",
          "<Hello Marta, I am sorry about that. Let me look at the parcel.",
          "<The driver left it with your neighbour at number 14, a Mrs Nowak.",
          "Oh! I just rang her bell, she has it. Thank you for being so quick!", "<Wonderful. Enjoy the lamp!"}},
        {"Tom Becker",
         "tom.becker@mail.example",
         "https://shop.example/returns",
         140,
         1,
         "Solved",
         {"Can I still send back shoes I bought five weeks ago?",
          "<Hi Tom, returns are open for 60 days, so yes. Are they unworn?", "Tried on once, in the living room.",
          "<That is fine. I have mailed you the label; any parcel shop takes it.", "Great, thanks."}},
    };
}

QList<DemoConversation> active()
{
    return {
        {"Aisha Rahman",
         "aisha@studio.example",
         "https://shop.example/invoices",
         26,
         0,
         nullptr,
         {"Hi, invoice 2214 has our old company address on it. Can you change it?",
          "<Hello Aisha, of course. What should it say?", "Studio Rahman Ltd, 8 Harbour Lane, Bristol BS1 4SB",
          "<Thank you. Does the VAT number stay the same?", "Yes, the VAT number is still right."}},
        {"Jonas Weber",
         "jonas@mail.example",
         "https://shop.example/booking",
         14,
         1,
         nullptr,
         {"I booked a table-building workshop for the 12th, is there any way to move it to the 19th?",
          "<Hi Jonas, let me check the 19th for you.", "<There are two places left at 10:00. Shall I move you?",
          "Yes please! And could my sister join?"}},
    };
}

QList<DemoConversation> waiting()
{
    return {
        {"Priya Natarajan",
         "priya@mail.example",
         "https://shop.example/checkout",
         9,
         -1,
         nullptr,
         {"My card was charged twice for order 48377.", "Both are marked as pending in my bank's app."}},
        {"Visitor 7c1e",
         nullptr,
         "https://shop.example/lamps/aurora",
         5,
         -1,
         nullptr,
         {"Does the Aurora lamp work with a dimmer?"}},
        {"Lucas Ferreira",
         "lucas@mail.example",
         "https://shop.example/orders/48390",
         2,
         -1,
         nullptr,
         {"Olá! Can I change the delivery address of order 48390? It has not shipped yet 🙂"}},
    };
}

} // namespace

QList<DemoConversation> demoConversations()
{
    return ended() + active() + waiting();
}

} // namespace deskbell::server
