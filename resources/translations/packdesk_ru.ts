<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Access</name>
    <message>
        <source>This order can be packed</source>
        <translation>Этот заказ можно собирать</translation>
    </message>
    <message>
        <source>The buyer is cancelling this order. Put it aside</source>
        <translation>Покупатель отменяет заказ. Отложите его</translation>
    </message>
    <message>
        <source>The order is cancelled. Do not pack it</source>
        <translation>Заказ отменён. Не собирайте его</translation>
    </message>
    <message>
        <source>Ready to ship. Scan the next order</source>
        <translation>Готов к отгрузке. Сканируйте следующий заказ</translation>
    </message>
    <message>
        <source>Already handed over. Scan the next order</source>
        <translation>Заказ уже передан. Сканируйте следующий</translation>
    </message>
    <message>
        <source>The Market&apos;s warehouse packs this order</source>
        <translation>Этот заказ собирает склад Маркета</translation>
    </message>
    <message>
        <source>Too early: the order is not confirmed yet</source>
        <translation>Рано: заказ ещё не подтверждён</translation>
    </message>
    <message>
        <source>This order is only to look at: its state is unknown</source>
        <translation>Только просмотр: состояние заказа неизвестно</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Отменяется</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Ready to ship</source>
        <translation>Готов к отгрузке</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передан</translation>
    </message>
    <message>
        <source>Not packed here</source>
        <translation>Собирают не здесь</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ещё рано</translation>
    </message>
    <message>
        <source>Only to look at</source>
        <translation>Только просмотр</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Goods are missing</source>
        <translation>Нет товара</translation>
    </message>
    <message>
        <source>Goods are damaged</source>
        <translation>Товар повреждён</translation>
    </message>
    <message>
        <source>Trouble with a code</source>
        <translation>Проблема с кодом</translation>
    </message>
    <message>
        <source>Ask the manager</source>
        <translation>Вопрос к менеджеру</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>The whole order is cancelled for good</source>
        <translation>Отменится весь заказ. Вернуть будет нельзя</translation>
    </message>
    <message>
        <source>Hold the button, or scan the supervisor&apos;s barcode</source>
        <translation>Удерживайте кнопку или отсканируйте штрихкод старшего</translation>
    </message>
    <message>
        <source>Hold: remove and finish</source>
        <translation>Удерживайте: удалить и закончить</translation>
    </message>
    <message>
        <source>Hold: cancel the order</source>
        <translation>Удерживайте: отменить заказ</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Removed from the order for good</source>
        <translation>Удаляется из заказа навсегда</translation>
    </message>
    <message>
        <source>The buyer is told at once, and it cannot be undone</source>
        <translation>Покупатель узнает сразу. Вернуть будет нельзя</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Отменить заказ</translation>
    </message>
    <message>
        <source>The whole order</source>
        <translation>Весь заказ</translation>
    </message>
    <message>
        <source>What is the problem with?</source>
        <translation>С чем проблема?</translation>
    </message>
    <message>
        <source>Why does the order wait?</source>
        <translation>Почему отложить весь заказ?</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>в двух словах</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Work on it again</source>
        <translation>Вернуть в работу</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>That does not fit, wanted: {wanted}</source>
        <translation>Не подходит, нужно: {wanted}</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>Сначала ответьте на вопрос</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Teach this barcode</source>
        <translation>Запомнить штрихкод</translation>
    </message>
    <message>
        <source>Hold: take it anyway</source>
        <translation>Удержите: взять всё равно</translation>
    </message>
    <message>
        <source>for example CN</source>
        <translation>например CN</translation>
    </message>
    <message>
        <source>16 digits</source>
        <translation>16 цифр</translation>
    </message>
    <message>
        <source>01, the good&apos;s 14 digits, 21, the rest</source>
        <translation>01, 14 цифр товара, 21 и остальное</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Ввести код</translation>
    </message>
    <message>
        <source>Do not type</source>
        <translation>Не вводить</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>Всем так же</translation>
    </message>
    <message>
        <source>Separator GS</source>
        <translation>Разделитель GS</translation>
    </message>
    <message>
        <source>{name}: take it with Enter</source>
        <translation>{name}: примите клавишей Enter</translation>
    </message>
    <message>
        <source>It fits: take it with Enter</source>
        <translation>Подходит: примите клавишей Enter</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>серийный номер</translation>
    </message>
    <message>
        <source>end part</source>
        <translation>конец кода</translation>
    </message>
    <message>
        <source>Choose the country by its number, or type its code</source>
        <translation>Выберите страну цифрой или введите её код</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>New box</source>
        <translation>Новая коробка</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>На части</translation>
    </message>
    <message>
        <source>Make whole</source>
        <translation>Собрать целым</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>В коробку</translation>
    </message>
    <message>
        <source>Use this box</source>
        <translation>Сюда класть</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Вынуть</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Codes to all</source>
        <translation>Коды на все</translation>
    </message>
    <message>
        <source>FINISH</source>
        <translation>ЗАКОНЧИТЬ</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Shift+Space</source>
        <translation>Shift+Пробел</translation>
    </message>
    <message>
        <source>Company: every code is wanted</source>
        <translation>Юрлицо: нужны все коды</translation>
    </message>
    <message>
        <source>Codes if at hand: on all units or on none</source>
        <translation>Коды — если есть: на всех или ни на одном</translation>
    </message>
    <message>
        <source>Pick a good first: tap it, or use the arrow keys</source>
        <translation>Сначала выберите товар: касанием или стрелками</translation>
    </message>
    <message>
        <source>Test order: do not ship it</source>
        <translation>Тестовый заказ: не отправляйте</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>Покупатель: «{note}»</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>code?</source>
        <translation>код?</translation>
    </message>
    <message>
        <source>code …{signs}</source>
        <translation>код …{signs}</translation>
    </message>
    <message>
        <source>{name}, {packed} of {wanted} packed, {note}</source>
        <translation>{name}, собрано {packed} из {wanted}, {note}</translation>
    </message>
    <message>
        <source>{kind}: {given} of {wanted} given, {refused} refused</source>
        <translation>{kind}: есть {given} из {wanted}, отклонено {refused}</translation>
    </message>
    <message>
        <source>here</source>
        <translation>сюда</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>part {part} of {total}</source>
        <translation>часть {part} из {total}</translation>
    </message>
    <message>
        <source>It lies in a box</source>
        <translation>Штука в коробке</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Pack in new</source>
        <translation>В новую</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонён</translation>
    </message>
    <message>
        <source>{given}/{wanted}</source>
        <translation>{given}/{wanted}</translation>
    </message>
    <message>
        <source>on the table</source>
        <translation>на столе</translation>
    </message>
    <message>
        <source>new box</source>
        <translation>новая коробка</translation>
    </message>
    <message>
        <source>Into box {box}</source>
        <translation>В коробку {box}</translation>
    </message>
    <message>
        <source>Into a new box</source>
        <translation>В новую коробку</translation>
    </message>
    <message>
        <source>Back on the table</source>
        <translation>Обратно на стол</translation>
    </message>
    <message>
        <source>{text}: how many?</source>
        <translation>{text}: сколько?</translation>
    </message>
    <message>
        <source>It is here already</source>
        <translation>Уже лежит здесь</translation>
    </message>
    <message>
        <source>This belongs to another order</source>
        <translation>Это из другого заказа</translation>
    </message>
    <message>
        <source>How many of {most}? {name}</source>
        <translation>Сколько из {most}? {name}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое число</translation>
    </message>
    <message>
        <source>Into how many parts? {name}</source>
        <translation>На сколько частей? {name}</translation>
    </message>
    <message>
        <source>Into how many parts? {name}: {proposed} by the catalogue</source>
        <translation>На сколько частей? {name}: в каталоге {proposed}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>от {least} до {most}</translation>
    </message>
    <message>
        <source>What is wrong? {name}</source>
        <translation>Что не так? {name}</translation>
    </message>
    <message>
        <source>Scan this piece: {name}</source>
        <translation>Отсканируйте эту штуку: {name}</translation>
    </message>
    <message>
        <source>Scan piece {place} of {count}: {name}</source>
        <translation>Отсканируйте штуку {place} из {count}: {name}</translation>
    </message>
    <message>
        <source>One without a code</source>
        <translation>Без кода</translation>
    </message>
    <message>
        <source>It is there after all</source>
        <translation>Нашли</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Only to look at: {state}</source>
        <translation>Только просмотр: {state}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>The layout changed. Take the old labels off; new ones come after Finish</source>
        <translation>Раскладка изменилась. Снимите старые ярлыки: новые напечатаются, когда закончите</translation>
    </message>
    <message>
        <source>ready to ship</source>
        <translation>готов к отгрузке</translation>
    </message>
    <message>
        <source>its track number goes in at Hand-over (F3)</source>
        <translation>трек-номер внесёте на «Выдаче» (F3)</translation>
    </message>
    <message>
        <source>The bench is free</source>
        <translation>Стол свободен</translation>
    </message>
    <message>
        <source>Scan the number of an order, or take one from the queue</source>
        <translation>Отсканируйте номер заказа или выберите его в очереди</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>В очередь</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Left the order: {item} × {count}. Put it back on the shelf</source>
        <translation>Убрано из заказа: {item} × {count}. Верните на полку</translation>
    </message>
    <message>
        <source>New in the order: {item} × {count}</source>
        <translation>Новое в заказе: {item} × {count}</translation>
    </message>
    <message>
        <source>{item}: now {now}, not {was}</source>
        <translation>{item}: теперь {now}, а не {was}</translation>
    </message>
    <message>
        <source>{item}: other codes are wanted now</source>
        <translation>{item}: теперь нужны другие коды</translation>
    </message>
    <message>
        <source>Stop: the buyer is cancelling this order</source>
        <translation>Стоп: покупатель отменяет этот заказ</translation>
    </message>
    <message>
        <source>Stop: the order is cancelled</source>
        <translation>Стоп: заказ отменён</translation>
    </message>
    <message>
        <source>The order is in another state now: {state}</source>
        <translation>Статус заказа изменился: {state}</translation>
    </message>
    <message>
        <source>The buyer&apos;s note is gone</source>
        <translation>Комментария покупателя больше нет</translation>
    </message>
    <message>
        <source>The buyer&apos;s note: {notes}</source>
        <translation>Комментарий покупателя: {notes}</translation>
    </message>
    <message>
        <source>The order has no external number now</source>
        <translation>У заказа больше нет внешнего номера</translation>
    </message>
    <message>
        <source>The external number is now {number}</source>
        <translation>Внешний номер заказа теперь {number}</translation>
    </message>
    <message>
        <source>This order was packed elsewhere. Take those boxes, or keep these?</source>
        <translation>Заказ собрали в другом месте. Взять те коробки или оставить эти?</translation>
    </message>
    <message>
        <source>Take out of {box}: {item} × {count}</source>
        <translation>Достаньте лишнее ({box}): {item} × {count}</translation>
    </message>
    <message>
        <source>The order changed at the Market</source>
        <translation>Заказ изменился на Маркете</translation>
    </message>
    <message>
        <source>Read what changed, then go on</source>
        <translation>Прочтите, что изменилось</translation>
    </message>
    <message>
        <source>Seen. Go on</source>
        <translation>Понятно, дальше</translation>
    </message>
    <message>
        <source>Keep these boxes</source>
        <translation>Оставить эти коробки</translation>
    </message>
    <message>
        <source>Take the Market&apos;s boxes</source>
        <translation>Взять коробки Маркета</translation>
    </message>
    <message>
        <source>The day of the shipment is open again</source>
        <translation>Дата отгрузки пока не назначена</translation>
    </message>
    <message>
        <source>The shipment is now on {day}</source>
        <translation>Новая дата отгрузки: {day}</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Code passed</source>
        <translation>Код прошёл проверку</translation>
    </message>
    <message>
        <source>Code is being checked. Nothing to do</source>
        <translation>Код проверяется. Делать ничего не надо</translation>
    </message>
    <message>
        <source>The check did not work. It will be tried again</source>
        <translation>Проверка не сработала. Повторим сами</translation>
    </message>
    <message>
        <source>Code refused. Take another piece</source>
        <translation>Код не прошёл проверку. Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused ({substatus}). Take another piece</source>
        <translation>Код не прошёл проверку ({substatus}). Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: it belongs to another company. Call the manager</source>
        <translation>Код не прошёл проверку: он другой компании. Позовите старшего</translation>
    </message>
    <message>
        <source>Code did not pass the check. Take another piece</source>
        <translation>Код не прошёл проверку. Возьмите другой товар</translation>
    </message>
    <message>
        <source>Code refused: the good&apos;s number is missing in it. Scan it again</source>
        <translation>Код не прошёл проверку: в нём нет номера товара. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: the serial number is missing in it. Scan it again</source>
        <translation>Код не прошёл проверку: нет серийного номера. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: wrong characters in it. Scan it again</source>
        <translation>Код не прошёл проверку: лишние знаки. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: its end does not fit this good. Scan it again</source>
        <translation>Код не прошёл проверку: конец не от этого товара. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: its end is damaged. Scan it again</source>
        <translation>Код не прошёл проверку: конец повреждён. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: its key is not valid. Scan it again</source>
        <translation>Код не прошёл проверку: неверный ключ. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused in the country that issued it. Take another piece</source>
        <translation>Код не прошёл проверку в стране выпуска. Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: unknown fields in it. Scan it again</source>
        <translation>Код не прошёл проверку: незнакомые поля. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Code refused: Honest Sign does not know it. Take another piece</source>
        <translation>Код не прошёл проверку: его нет в «Честном знаке». Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: not put into circulation. Take another piece</source>
        <translation>Код не прошёл проверку: не введён в оборот. Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: not reported as applied. Take another piece</source>
        <translation>Код не прошёл проверку: не нанесён на товар. Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: the good has expired. Take another piece</source>
        <translation>Код не прошёл проверку: срок годности истёк. Возьмите другой</translation>
    </message>
    <message>
        <source>Code refused: sale is banned. Put the good aside and call the manager</source>
        <translation>Код не прошёл проверку: продажа запрещена. Отложите товар, позовите старшего</translation>
    </message>
    <message>
        <source>Code refused: already sold. Take another piece</source>
        <translation>Код не прошёл проверку: товар уже продан. Возьмите другой</translation>
    </message>
    <message>
        <source>UIN refused: the piece belongs to another shop. Take another piece</source>
        <translation>УИН не прошёл проверку: он другого магазина. Возьмите другое изделие</translation>
    </message>
    <message>
        <source>UIN refused: the shop is not in the state register. Call the manager</source>
        <translation>УИН не прошёл проверку: магазина нет в ГИИС ДМДК. Позовите старшего</translation>
    </message>
    <message>
        <source>UIN refused: unknown or blocked. Take another piece</source>
        <translation>УИН не прошёл проверку: неизвестен или заблокирован. Возьмите другое изделие</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Nothing came from the scanner. Scan again</source>
        <translation>Сканер ничего не прислал. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>The code came damaged. Scan it again</source>
        <translation>Код пришёл испорченным. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>The keyboard layout changed during the scan. Scan again</source>
        <translation>Во время скана сменилась раскладка клавиатуры. Ещё раз</translation>
    </message>
    <message>
        <source>There are stray signs in the code. Scan it again</source>
        <translation>В коде лишние знаки. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>That is a code of another kind. Scan the code asked for</source>
        <translation>Это другой код. Отсканируйте тот, что просят</translation>
    </message>
    <message>
        <source>This code is already on another unit</source>
        <translation>Этот код уже стоит на другой единице</translation>
    </message>
    <message>
        <source>All units have their codes. Put the extra one aside</source>
        <translation>Коды есть у всех. Лишний — отложите</translation>
    </message>
    <message>
        <source>A UIN has 16 digits. Scan it again</source>
        <translation>В УИН 16 цифр. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>That is no GTD number. Check it on paper</source>
        <translation>Это не номер ГТД. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>That is no RNPT number. Check it on paper</source>
        <translation>Это не РНПТ. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>A country is two Latin letters, for example CN</source>
        <translation>Страна — две латинские буквы, например CN</translation>
    </message>
    <message>
        <source>The code is incomplete. Scan it again</source>
        <translation>Код прочитан не полностью. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>The end of the code is cut off. Scan it again</source>
        <translation>Конец кода обрезан. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>This code is of another good. Check what you hold</source>
        <translation>Код от другого товара. Проверьте, что в руках</translation>
    </message>
    <message>
        <source>This code was used in another order. Take another piece</source>
        <translation>Код уже в другом заказе. Возьмите другой товар</translation>
    </message>
    <message>
        <source>Caps Lock is on. Switch it off and scan again</source>
        <translation>Включён Caps Lock. Выключите и отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>The date in the number is wrong. Check it on paper</source>
        <translation>В номере неверная дата. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>That looks like an RNPT, not a GTD. Check it on paper</source>
        <translation>Похоже на РНПТ, а не на ГТД. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>There is a letter in the number. Check it on paper</source>
        <translation>В номере буква. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>The slashes are missing in the number. Check it on paper</source>
        <translation>В номере нет косых черт. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>This country code is unknown. Check it on paper</source>
        <translation>Такой страны нет в списке. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>There are Russian letters in the number. Check it</source>
        <translation>В номере русские буквы. Проверьте его</translation>
    </message>
    <message>
        <source>The code has no end part: it may not pass the check</source>
        <translation>В коде нет конца: проверку может не пройти</translation>
    </message>
    <message>
        <source>Unusual code: it may not pass the check</source>
        <translation>Необычный код: проверку может не пройти</translation>
    </message>
    <message>
        <source>The good&apos;s number in the code is wrong: it may not pass the check</source>
        <translation>Номер товара в коде с ошибкой: проверку может не пройти</translation>
    </message>
    <message>
        <source>This code is of a case, not of one unit</source>
        <translation>Это код упаковки, а не одной штуки</translation>
    </message>
    <message>
        <source>The serial number has an unusual length</source>
        <translation>Необычная длина серийного номера</translation>
    </message>
    <message>
        <source>The key in the code has an unusual length</source>
        <translation>Необычная длина ключа в коде</translation>
    </message>
    <message>
        <source>Unusual signs in the code: it may not pass the check</source>
        <translation>Необычные знаки в коде: проверку может не пройти</translation>
    </message>
    <message>
        <source>Unknown fields in the code: it may not pass the check</source>
        <translation>Незнакомые поля в коде: проверку может не пройти</translation>
    </message>
    <message>
        <source>The fields of the code are in an unusual order</source>
        <translation>Необычный порядок полей в коде</translation>
    </message>
    <message>
        <source>The customs code has an unusual length. Check it on paper</source>
        <translation>Необычная длина кода таможни. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>The GTD number has an unusual length. Check it on paper</source>
        <translation>Необычная длина номера ГТД. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>The last part of the RNPT is unusually long. Check it on paper</source>
        <translation>Последняя часть РНПТ слишком длинная. Сверьте с бумагой</translation>
    </message>
    <message>
        <source>The track number looks wrong. Check it</source>
        <translation>Трек-номер с ошибкой. Проверьте его</translation>
    </message>
    <message>
        <source>A barcode of the shop&apos;s own</source>
        <translation>Внутренний штрихкод магазина</translation>
    </message>
    <message>
        <source>The case number looks wrong. Check it</source>
        <translation>Номер упаковки с ошибкой. Проверьте его</translation>
    </message>
    <message>
        <source>The code was taken out of a link</source>
        <translation>Код взят из ссылки</translation>
    </message>
    <message>
        <source>Russian keyboard layout: put right</source>
        <translation>Русская раскладка: исправлено</translation>
    </message>
    <message>
        <source>The scanner&apos;s own prefix was taken off</source>
        <translation>Префикс сканера убран</translation>
    </message>
    <message>
        <source>The symbol is not marked as GS1</source>
        <translation>Символ не помечен как GS1</translation>
    </message>
    <message>
        <source>A leading separator was taken off</source>
        <translation>Разделитель в начале убран</translation>
    </message>
    <message>
        <source>The scanner writes the separator as a word: put right</source>
        <translation>Сканер пишет разделитель словом: исправлено</translation>
    </message>
    <message>
        <source>A lost separator was put back</source>
        <translation>Потерянный разделитель восстановлен</translation>
    </message>
    <message>
        <source>The scanner sends another separator: put right</source>
        <translation>Сканер шлёт другой разделитель: исправлено</translation>
    </message>
    <message>
        <source>A doubled separator was taken off</source>
        <translation>Двойной разделитель убран</translation>
    </message>
    <message>
        <source>A trailing separator was taken off</source>
        <translation>Разделитель в конце убран</translation>
    </message>
    <message>
        <source>Two codes came as one. Scan again, one at a time</source>
        <translation>Два кода пришли как один. Сканируйте по одному</translation>
    </message>
    <message>
        <source>Brackets around the field numbers were taken off</source>
        <translation>Скобки вокруг номеров полей убраны</translation>
    </message>
    <message>
        <source>Escaped signs were put right</source>
        <translation>Экранированные знаки исправлены</translation>
    </message>
    <message>
        <source>Spaces were taken out</source>
        <translation>Пробелы убраны</translation>
    </message>
    <message>
        <source>The slashes were put right</source>
        <translation>Косые черты исправлены</translation>
    </message>
    <message>
        <source>Small letters were made capital</source>
        <translation>Строчные буквы стали заглавными</translation>
    </message>
    <message>
        <source>The word before the UIN was taken off</source>
        <translation>Слово перед УИН убрано</translation>
    </message>
    <message>
        <source>The word before the number was taken off</source>
        <translation>Слово перед номером убрано</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n штука</numerusform>
            <numerusform>%n штуки</numerusform>
            <numerusform>%n штук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n часть</numerusform>
            <numerusform>%n части</numerusform>
            <numerusform>%n частей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n коробка</numerusform>
            <numerusform>%n коробки</numerusform>
            <numerusform>%n коробок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n is (are) there</source>
        <translation>
            <numerusform>Там только %n штука</numerusform>
            <numerusform>Там только %n штуки</numerusform>
            <numerusform>Там только %n штук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not finished yet: %n thing(s) to do</source>
        <translation>
            <numerusform>Ещё не всё. Нужно сделать: %n</numerusform>
            <numerusform>Ещё не всё. Нужно сделать: %n</numerusform>
            <numerusform>Ещё не всё. Нужно сделать: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to pack</source>
        <translation>
            <numerusform>осталась %n штука</numerusform>
            <numerusform>осталось %n штуки</numerusform>
            <numerusform>осталось %n штук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) will leave the order for good. It counts as a cancellation</source>
        <translation>
            <numerusform>Из заказа навсегда уйдёт %n штука. Это считается отменой</numerusform>
            <numerusform>Из заказа навсегда уйдут %n штуки. Это считается отменой</numerusform>
            <numerusform>Из заказа навсегда уйдут %n штук. Это считается отменой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It travels in %n box(es). Split it?</source>
        <translation>
            <numerusform>Едет в %n коробке. Разделить?</numerusform>
            <numerusform>Едет в %n коробках. Разделить?</numerusform>
            <numerusform>Едет в %n коробках. Разделить?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Into %n part(s)</source>
        <translation>
            <numerusform>На %n часть</numerusform>
            <numerusform>На %n части</numerusform>
            <numerusform>На %n частей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>осталась %n</numerusform>
            <numerusform>осталось %n</numerusform>
            <numerusform>осталось %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>отклонён %n</numerusform>
            <numerusform>отклонены %n</numerusform>
            <numerusform>отклонено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>нет %n</numerusform>
            <numerusform>нет %n</numerusform>
            <numerusform>нет %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The quality index falls: it counts as %n cancellation(s) by the shop</source>
        <translation>
            <numerusform>Индекс качества снизится: %n отмена магазином</numerusform>
            <numerusform>Индекс качества снизится: %n отмены магазином</numerusform>
            <numerusform>Индекс качества снизится: %n отмен магазином</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before you finish: %n thing(s)</source>
        <translation>
            <numerusform>Что осталось сделать: %n</numerusform>
            <numerusform>Что осталось сделать: %n</numerusform>
            <numerusform>Что осталось сделать: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Packed without %n unit(s). Finish?</source>
        <translation>
            <numerusform>Собрано без %n штуки. Закончить?</numerusform>
            <numerusform>Собрано без %n штук. Закончить?</numerusform>
            <numerusform>Собрано без %n штук. Закончить?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) need(s) a person</source>
        <translation>
            <numerusform>%n заказ ждёт человека</numerusform>
            <numerusform>%n заказа ждут человека</numerusform>
            <numerusform>%n заказов ждут человека</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels printed: %n box(es)</source>
        <translation>
            <numerusform>Ярлыки напечатаны: %n коробка</numerusform>
            <numerusform>Ярлыки напечатаны: %n коробки</numerusform>
            <numerusform>Ярлыки напечатаны: %n коробок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) not sent yet: they go out after the next start. Close once more to leave</source>
        <translation>
            <numerusform>Ещё не отправлен %n заказ: он уйдёт после следующего запуска. Чтобы выйти, закройте ещё раз</numerusform>
            <numerusform>Ещё не отправлены %n заказа: они уйдут после следующего запуска. Чтобы выйти, закройте ещё раз</numerusform>
            <numerusform>Ещё не отправлено %n заказов: они уйдут после следующего запуска. Чтобы выйти, закройте ещё раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) confirmed by the Market</source>
        <translation>
            <numerusform>Маркет подтвердил %n заказ</numerusform>
            <numerusform>Маркет подтвердил %n заказа</numerusform>
            <numerusform>Маркет подтвердил %n заказов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) not as they should be</source>
        <translation>
            <numerusform>%n заказ не такой, как должен быть</numerusform>
            <numerusform>%n заказа не такие, как должны быть</numerusform>
            <numerusform>%n заказов не такие, как должны быть</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>The courier&apos;s code</source>
        <translation>Код курьера</translation>
    </message>
    <message>
        <source>Scan the label or type the number</source>
        <translation>Ярлык или номер заказа</translation>
    </message>
    <message>
        <source>The list is not read yet</source>
        <translation>Список ещё не получен</translation>
    </message>
    <message>
        <source>Couriers come for: {count}</source>
        <translation>Ждут курьера: {count}</translation>
    </message>
    <message>
        <source>Asking the Market who is waited for</source>
        <translation>Спрашиваем у Маркета, кого ждать</translation>
    </message>
    <message>
        <source>Looking for “{text}”…</source>
        <translation>Ищем «{text}»…</translation>
    </message>
    <message>
        <source>No order waits for a courier with a code</source>
        <translation>Заказов, которые выдают по коду, нет</translation>
    </message>
    <message>
        <source>Scan the parcel that the courier takes</source>
        <translation>Отсканируйте посылку, которую забирает курьер</translation>
    </message>
    <message>
        <source>Ask the courier for the code and type it</source>
        <translation>Спросите у курьера код и введите его</translation>
    </message>
    <message>
        <source>Tell this code to the courier</source>
        <translation>Назовите курьеру этот код</translation>
    </message>
    <message>
        <source>Not packed yet</source>
        <translation>Ещё не собран</translation>
    </message>
    <message>
        <source>Ready to ship</source>
        <translation>Готов к отгрузке</translation>
    </message>
    <message>
        <source>A courier is found</source>
        <translation>Курьер назначен</translation>
    </message>
    <message>
        <source>The courier is here</source>
        <translation>Курьер на месте</translation>
    </message>
    <message>
        <source>The courier has the parcel</source>
        <translation>Посылка у курьера</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>Другой заказ</translation>
    </message>
    <message>
        <source>No attempts left. Ask the courier for a new code, then press F5</source>
        <translation>Попыток больше нет. Попросите у курьера новый код и нажмите F5</translation>
    </message>
    <message>
        <source>Looking for a courier</source>
        <translation>Ищем курьера</translation>
    </message>
    <message>
        <source>The courier is coming</source>
        <translation>Курьер едет к вам</translation>
    </message>
    <message>
        <source>Brings the parcel back</source>
        <translation>Везёт посылку обратно</translation>
    </message>
    <message>
        <source>Our code for the courier</source>
        <translation>Наш код для курьера</translation>
    </message>
    <message>
        <source>The code that the courier tells</source>
        <translation>Код, который называет курьер</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Check the code</source>
        <translation>Проверить код</translation>
    </message>
    <message>
        <source>The Market has not given the code yet. Look anew with F5</source>
        <translation>Маркет ещё не дал код. Обновите: F5</translation>
    </message>
    <message>
        <source>Checking the code…</source>
        <translation>Проверяем код…</translation>
    </message>
    <message>
        <source>“{text}” is not known at this table</source>
        <translation>«{text}» здесь не известен</translation>
    </message>
    <message>
        <source>{order} is not packed yet: pack it first (F2)</source>
        <translation>{order} ещё не собран: сначала соберите его (F2)</translation>
    </message>
    <message>
        <source>{order} is no Express order: no code is needed</source>
        <translation>{order} — не экспресс: код не нужен</translation>
    </message>
    <message>
        <source>{order} is handed over without a code</source>
        <translation>{order} выдаётся без кода</translation>
    </message>
    <message>
        <source>The Market answered: {answer}. Do not hand over yet</source>
        <translation>Ответ Маркета: {answer}. Пока не отдавайте</translation>
    </message>
    <message>
        <source>The code is right. Hand the parcel over</source>
        <translation>Код верный. Отдайте посылку</translation>
    </message>
    <message>
        <source>Wrong code. Do not hand over, ask the courier again</source>
        <translation>Код неверный. Не отдавайте, переспросите курьера</translation>
    </message>
    <message>
        <source>Wrong code. Attempts left: {count}</source>
        <translation>Код неверный. Осталось попыток: {count}</translation>
    </message>
    <message>
        <source>The answer was lost. Check the same code once more; it may cost an attempt</source>
        <translation>Ответ потерян. Проверьте тот же код ещё раз: это может стоить попытки</translation>
    </message>
    <message>
        <source>Order {order}: {told}</source>
        <translation>Заказ {order}: {told}</translation>
    </message>
    <message>
        <source>Not sent: a code has 3 to 8 digits or Latin letters. Type it again</source>
        <translation>Не отправлено: в коде 3–8 цифр или латинских букв. Введите ещё раз</translation>
    </message>
    <message>
        <source>Not sent: this code was refused already. Ask the courier again</source>
        <translation>Не отправлено: этот код уже не подошёл. Переспросите курьера</translation>
    </message>
    <message>
        <source>Not sent: no attempts left. When the courier has a new code, press F5</source>
        <translation>Не отправлено: попыток больше нет. Когда у курьера будет новый код, нажмите F5</translation>
    </message>
    <message>
        <source>The Market has no order {order}</source>
        <translation>У Маркета нет заказа {order}</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Shipments of the nearest days</source>
        <translation>Отгрузки ближайших дней</translation>
    </message>
    <message>
        <source>Look anew</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Another shipment  ↑ ↓</source>
        <translation>Другая отгрузка  ↑ ↓</translation>
    </message>
    <message>
        <source>As at {time}</source>
        <translation>На {time}</translation>
    </message>
    <message>
        <source>Asking the Market about the shipments</source>
        <translation>Спрашиваем у Маркета про отгрузки</translation>
    </message>
    <message>
        <source>No shipments in the nearest days</source>
        <translation>В ближайшие дни отгрузок нет</translation>
    </message>
    <message>
        <source>Set the packed orders ready to ship</source>
        <translation>Отметьте собранные заказы готовыми к отгрузке</translation>
    </message>
    <message>
        <source>Finish the orders of the shipment</source>
        <translation>Соберите остальные заказы отгрузки</translation>
    </message>
    <message>
        <source>Finish the orders of another shipment</source>
        <translation>Соберите заказы другой отгрузки</translation>
    </message>
    <message>
        <source>All is ready. Confirm the shipment</source>
        <translation>Всё готово. Подтвердите отгрузку</translation>
    </message>
    <message>
        <source>Nothing to ship now</source>
        <translation>Сейчас отгружать нечего</translation>
    </message>
    <message>
        <source>time not told</source>
        <translation>время не указано</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>ready: {count}</source>
        <translation>готово: {count}</translation>
    </message>
    <message>
        <source>not ready: {count}</source>
        <translation>не готово: {count}</translation>
    </message>
    <message>
        <source>cancelled: {count}</source>
        <translation>отменено: {count}</translation>
    </message>
    <message>
        <source>not found: {count}</source>
        <translation>не найдено: {count}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>и ещё {count}</translation>
    </message>
    <message>
        <source>No orders in this shipment</source>
        <translation>В этой отгрузке нет заказов</translation>
    </message>
    <message>
        <source>All orders of the shipment are ready</source>
        <translation>Все заказы отгрузки готовы</translation>
    </message>
    <message>
        <source>Packed. Can be set ready</source>
        <translation>Собран, можно отметить готовым</translation>
    </message>
    <message>
        <source>Ready to ship</source>
        <translation>Готов к отгрузке</translation>
    </message>
    <message>
        <source>Not packed yet</source>
        <translation>Ещё не собран</translation>
    </message>
    <message>
        <source>Boxes are being sent. Wait a little</source>
        <translation>Коробки отправляются, подождите</translation>
    </message>
    <message>
        <source>Its number is being sent. Wait a little</source>
        <translation>Номер магазина отправляется, подождите</translation>
    </message>
    <message>
        <source>Labels are not printed, or are old ones</source>
        <translation>Ярлыки не напечатаны или устарели</translation>
    </message>
    <message>
        <source>Scan the labels where they stick</source>
        <translation>Отсканируйте наклеенные ярлыки</translation>
    </message>
    <message>
        <source>The codes are being checked. Wait a little</source>
        <translation>Коды проверяются, подождите</translation>
    </message>
    <message>
        <source>A code was refused. Take another piece</source>
        <translation>Код не прошёл проверку, возьмите другой товар</translation>
    </message>
    <message>
        <source>The order has changed. Look at it</source>
        <translation>Заказ изменился, посмотрите его</translation>
    </message>
    <message>
        <source>The Market refused it. Open the order</source>
        <translation>Маркет отказал, откройте заказ</translation>
    </message>
    <message>
        <source>Cancelled. Put it aside</source>
        <translation>Отменён, отложите его</translation>
    </message>
    <message>
        <source>Cannot be set ready</source>
        <translation>Отметить готовым нельзя</translation>
    </message>
    <message>
        <source>The answer was lost. It is looked up by itself</source>
        <translation>Ответ потерян, программа узнает сама</translation>
    </message>
    <message>
        <source>Set ready to ship: {count}</source>
        <translation>Отметить готовыми: {count}</translation>
    </message>
    <message>
        <source>Setting the orders ready to ship…</source>
        <translation>Отмечаем заказы готовыми…</translation>
    </message>
    <message>
        <source>Set ready: {count}</source>
        <translation>Отмечено готовыми: {count}</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>отказано: {count}</translation>
    </message>
    <message>
        <source>held back: {count}</source>
        <translation>придержано: {count}</translation>
    </message>
    <message>
        <source>not known yet: {count}</source>
        <translation>пока неизвестно: {count}</translation>
    </message>
    <message>
        <source>The Market is busy. Try again at {time}</source>
        <translation>Маркет занят. Повторите в {time}</translation>
    </message>
    <message>
        <source>The Market is busy. Try again in a minute</source>
        <translation>Маркет занят. Повторите через минуту</translation>
    </message>
    <message>
        <source>No connection to the Market. Try again later</source>
        <translation>Нет связи с Маркетом. Повторите позже</translation>
    </message>
    <message>
        <source>Labels in one PDF: {count}</source>
        <translation>Ярлыки одним PDF, заказов: {count}</translation>
    </message>
    <message>
        <source>Reception act…</source>
        <translation>Акт приёма-передачи…</translation>
    </message>
    <message>
        <source>Hold to confirm</source>
        <translation>Удерживайте, чтобы подтвердить</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>The act confirms the shipment for good. All its orders must be packed and ready: none can be added or changed after that. It can be done once.</source>
        <translation>Акт подтверждает отгрузку окончательно. Все её заказы должны быть собраны и готовы: потом ничего не добавить и не изменить. Сделать это можно один раз.</translation>
    </message>
    <message>
        <source>The Market confirms the shipment. Wait, do not close the program</source>
        <translation>Маркет подтверждает отгрузку. Подождите, не закрывайте программу</translation>
    </message>
    <message>
        <source>An earlier shipment of this shop goes first</source>
        <translation>Сначала уйдёт более ранняя отгрузка этого магазина</translation>
    </message>
    <message>
        <source>For the act, finish {count} more</source>
        <translation>До акта осталось заказов: {count}</translation>
    </message>
    <message>
        <source>Nothing goes with this shipment</source>
        <translation>С этой отгрузкой ничего не едет</translation>
    </message>
    <message>
        <source>The shipment is finished</source>
        <translation>Отгрузка завершена</translation>
    </message>
    <message>
        <source>The Market has trouble with this shipment. Look on its own pages</source>
        <translation>У Маркета сбой с этой отгрузкой. Посмотрите в кабинете</translation>
    </message>
    <message>
        <source>The shipment is confirmed. Its act is on the Market&apos;s own pages, too</source>
        <translation>Отгрузка подтверждена. Акт есть и в кабинете Маркета</translation>
    </message>
    <message>
        <source>State at the Market: {state}</source>
        <translation>Состояние в Маркете: {state}</translation>
    </message>
    <message>
        <source>The Market tells no state</source>
        <translation>Маркет не сообщает состояние</translation>
    </message>
    <message>
        <source>{shop}: {error}</source>
        <translation>{shop}: {error}</translation>
    </message>
</context>
<context>
    <name>DayPapers</name>
    <message>
        <source>Open the PDF</source>
        <translation>Открыть PDF</translation>
    </message>
    <message>
        <source>Save the act again</source>
        <translation>Сохранить акт ещё раз</translation>
    </message>
    <message>
        <source>No program opened the PDF. Print it from its folder: {file}</source>
        <translation>Ни одна программа не открыла PDF. Распечатайте его из папки: {file}</translation>
    </message>
    <message>
        <source>The Market is making the labels of {count} orders…</source>
        <translation>Маркет готовит ярлыки, заказов: {count}…</translation>
    </message>
    <message>
        <source>Saved, but not whole: the Market left out some of {count} orders. Count the labels before you stick them</source>
        <translation>Сохранено, но не всё: Маркет пропустил часть заказов, всего их {count}. Пересчитайте ярлыки, прежде чем клеить</translation>
    </message>
    <message>
        <source>Saved: the labels of {count} orders</source>
        <translation>Ярлыки сохранены, заказов: {count}</translation>
    </message>
    <message>
        <source>Print the labels of {count} orders</source>
        <translation>Напечатайте ярлыки, заказов: {count}</translation>
    </message>
    <message>
        <source>The shipment is confirmed. Print the act for the driver</source>
        <translation>Отгрузка подтверждена. Напечатайте акт для водителя</translation>
    </message>
    <message>
        <source>The shipment is confirmed, but the act could not be saved. {error}</source>
        <translation>Отгрузка подтверждена, но акт не сохранился. {error}</translation>
    </message>
    <message>
        <source>Nothing was confirmed: another shipment is the nearest by now. Look at the list</source>
        <translation>Ничего не подтверждено: ближайшая отгрузка теперь другая. Посмотрите список</translation>
    </message>
    <message>
        <source>Nothing was confirmed. {reason}</source>
        <translation>Ничего не подтверждено. {reason}</translation>
    </message>
    <message>
        <source>The answer was lost: nobody knows whether the shipment is confirmed. Look on the Market&apos;s own pages before you try again</source>
        <translation>Ответ потерян: неизвестно, подтверждена ли отгрузка. Прежде чем повторять, посмотрите в кабинете Маркета</translation>
    </message>
    <message>
        <source>The shipment is confirmed, but the act did not come. Download it on the Market&apos;s own pages</source>
        <translation>Отгрузка подтверждена, но акт не пришёл. Скачайте его в кабинете Маркета</translation>
    </message>
    <message>
        <source>The answer was lost. The Market does not hold the shipment confirmed: look anew in a minute, then try again</source>
        <translation>Ответ потерян. По данным Маркета отгрузка не подтверждена: обновите через минуту и повторите</translation>
    </message>
    <message>
        <source>The Market has no labels of these orders</source>
        <translation>У Маркета нет ярлыков этих заказов</translation>
    </message>
    <message>
        <source>These are too many labels for one PDF. Print them order by order</source>
        <translation>Слишком много ярлыков для одного PDF. Печатайте по заказам</translation>
    </message>
    <message>
        <source>The Market has not made the labels. Have them made again</source>
        <translation>Маркет так и не сделал ярлыки. Запросите их ещё раз</translation>
    </message>
    <message>
        <source>The Market could not make the labels ({reason}). Try again</source>
        <translation>Маркет не смог сделать ярлыки ({reason}). Повторите</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Track number {code}</source>
        <translation>Трек-номер {code}</translation>
    </message>
    <message>
        <source>External number {number}</source>
        <translation>Внешний номер {number}</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Отмена заказа</translation>
    </message>
    <message>
        <source>Handed over for delivery</source>
        <translation>Передан в доставку</translation>
    </message>
    <message>
        <source>Waiting at the pick-up point</source>
        <translation>Ждёт в пункте выдачи</translation>
    </message>
    <message>
        <source>Delivered to the buyer</source>
        <translation>Вручён покупателю</translation>
    </message>
    <message>
        <source>Status {status}</source>
        <translation>Статус {status}</translation>
    </message>
    <message>
        <source>{errand}: to be sent</source>
        <translation>{errand}: будет отправлено</translation>
    </message>
    <message>
        <source>{errand}: being sent</source>
        <translation>{errand}: отправляется</translation>
    </message>
    <message>
        <source>{errand}: the Market has it</source>
        <translation>{errand}: Маркет принял</translation>
    </message>
    <message>
        <source>{errand}: not sent yet</source>
        <translation>{errand}: ещё не отправлено</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Повторяем</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Отправку отменили</translation>
    </message>
    <message>
        <source>The Market already has the track number {codes}. Decide which one holds</source>
        <translation>На Маркете уже есть трек-номер {codes}. Решите, какой верный</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>No connection to the Market</source>
        <translation>Нет связи с Маркетом</translation>
    </message>
    <message>
        <source>The Market did not answer</source>
        <translation>Маркет не ответил</translation>
    </message>
    <message>
        <source>The Market is busy</source>
        <translation>Маркет занят</translation>
    </message>
    <message>
        <source>The Market has trouble ({status})</source>
        <translation>У Маркета сбой ({status})</translation>
    </message>
    <message>
        <source>The Market&apos;s answer cannot be read. Kept for the manager: {file}</source>
        <translation>Ответ Маркета не читается. Сохранён для старшего: {file}</translation>
    </message>
    <message>
        <source>The Market&apos;s answer cannot be read. Tell the manager</source>
        <translation>Ответ Маркета не прочитать. Сообщите старшему</translation>
    </message>
    <message>
        <source>Order {order} is not known. Check the number</source>
        <translation>Заказ {order} не найден. Проверьте номер</translation>
    </message>
    <message>
        <source>Stop: a newer PackDesk wrote the journal. Install the newer one</source>
        <translation>Стоп: журнал от новой версии PackDesk. Установите её</translation>
    </message>
    <message>
        <source>Stop: the journal is damaged. Do not pack, call the manager</source>
        <translation>Стоп: журнал повреждён. Не собирайте, позовите старшего</translation>
    </message>
    <message>
        <source>This order was changed elsewhere. Open it again</source>
        <translation>Заказ изменили на другом столе. Откройте его заново</translation>
    </message>
    <message>
        <source>The label cannot be read. It will be fetched again</source>
        <translation>Ярлык не читается. Загрузим его ещё раз</translation>
    </message>
    <message>
        <source>Something went wrong: {error}</source>
        <translation>Что-то пошло не так: {error}</translation>
    </message>
    <message>
        <source>{what}. Work on</source>
        <translation>{what}. Работайте дальше</translation>
    </message>
    <message>
        <source>{what}, going on in a few seconds</source>
        <translation>{what}, продолжим через несколько секунд</translation>
    </message>
    <message>
        <source>{what}, going on at {time}</source>
        <translation>{what}, продолжим в {time}</translation>
    </message>
    <message>
        <source>Stop: another PackDesk is running here. Close it</source>
        <translation>Стоп: здесь уже открыт другой PackDesk. Закройте его</translation>
    </message>
    <message>
        <source>Stop: the journal is read-only. Scans cannot be kept</source>
        <translation>Стоп: журнал закрыт для записи. Сканы не сохранить</translation>
    </message>
    <message>
        <source>Stop: the disk is full. Free some space</source>
        <translation>Стоп: диск заполнен. Освободите место</translation>
    </message>
    <message>
        <source>Stop: the journal does not open. Call the manager</source>
        <translation>Стоп: журнал не открывается. Позовите старшего</translation>
    </message>
    <message>
        <source>Stop: the disk does not answer. Call the manager</source>
        <translation>Стоп: диск не отвечает. Позовите старшего</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>New box {box}</source>
        <translation>Новая коробка {box}</translation>
    </message>
    <message>
        <source>Now into box {box}</source>
        <translation>Теперь в коробку {box}</translation>
    </message>
    <message>
        <source>{item}: now its code</source>
        <translation>{item}: теперь код</translation>
    </message>
    <message>
        <source>{item}: out of the box</source>
        <translation>{item}: вынули из коробки</translation>
    </message>
    <message>
        <source>{item}: whole again</source>
        <translation>{item}: снова целиком</translation>
    </message>
    <message>
        <source>{item}, part {part} → {box}</source>
        <translation>{item}, часть {part} → {box}</translation>
    </message>
    <message>
        <source>{item}, part {part}: out of the box</source>
        <translation>{item}, часть {part}: вынута из коробки</translation>
    </message>
    <message>
        <source>{item}: country {country}</source>
        <translation>{item}: страна {country}</translation>
    </message>
    <message>
        <source>{item}: {kind} kept</source>
        <translation>{item}: {kind} принят</translation>
    </message>
    <message>
        <source>{item}: {kind} taken off</source>
        <translation>{item}: {kind} снят</translation>
    </message>
    <message>
        <source>{item}: piece …{signs} refused</source>
        <translation>{item}: штука …{signs} не принята</translation>
    </message>
    <message>
        <source>{item}: piece …{signs} is out</source>
        <translation>{item}: штука …{signs} вынута</translation>
    </message>
    <message>
        <source>{item}: found</source>
        <translation>{item}: нашли</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>All packed. Sending</source>
        <translation>Всё собрано. Отправляем</translation>
    </message>
    <message>
        <source>Begun: {step}</source>
        <translation>Начато: {step}</translation>
    </message>
    <message>
        <source>Not done: {step}</source>
        <translation>Не сделано: {step}</translation>
    </message>
    <message>
        <source>The Market has the boxes</source>
        <translation>Маркет принял коробки</translation>
    </message>
    <message>
        <source>The Market has the external number</source>
        <translation>Маркет принял внешний номер</translation>
    </message>
    <message>
        <source>The labels are here</source>
        <translation>Ярлыки получены</translation>
    </message>
    <message>
        <source>The labels are printed</source>
        <translation>Ярлыки напечатаны</translation>
    </message>
    <message>
        <source>The labels did not print</source>
        <translation>Ярлыки не напечатались</translation>
    </message>
    <message>
        <source>The Market answered about the codes</source>
        <translation>Маркет ответил о кодах</translation>
    </message>
    <message>
        <source>Ready to ship</source>
        <translation>Готов к отгрузке</translation>
    </message>
    <message>
        <source>The Market refused</source>
        <translation>Маркет отказал</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Пробуем ещё раз</translation>
    </message>
    <message>
        <source>The goods of the order are taken down</source>
        <translation>Состав заказа записан</translation>
    </message>
    <message>
        <source>The Market&apos;s boxes are taken over</source>
        <translation>Взята раскладка с Маркета</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>Снова в работе</translation>
    </message>
    <message>
        <source>The kept labels cannot be printed. Fetching them again</source>
        <translation>Сохранённые ярлыки не печатаются. Запрашиваем их заново</translation>
    </message>
    <message>
        <source>The Market&apos;s answer cannot be read: {step}</source>
        <translation>Ответ Маркета не читается: {step}</translation>
    </message>
    <message>
        <source>The order changed at the Market</source>
        <translation>Заказ на Маркете изменился</translation>
    </message>
    <message>
        <source>The changes were seen</source>
        <translation>Изменения просмотрены</translation>
    </message>
    <message>
        <source>Print the labels once more</source>
        <translation>Напечатать ярлыки ещё раз</translation>
    </message>
    <message>
        <source>{box}: its label sticks</source>
        <translation>{box}: ярлык наклеен</translation>
    </message>
    <message>
        <source>The empty box is gone</source>
        <translation>Пустая коробка убрана</translation>
    </message>
    <message>
        <source>Boxes numbered anew: {boxes}</source>
        <translation>Коробки перенумерованы: {boxes}</translation>
    </message>
</context>
<context>
    <name>ExternalId</name>
    <message>
        <source>external no. {number}</source>
        <translation>внешний № {number}</translation>
    </message>
    <message>
        <source>External no.</source>
        <translation>Внешний №</translation>
    </message>
    <message>
        <source>Type or scan the external number</source>
        <translation>Введите или отсканируйте внешний номер</translation>
    </message>
    <message>
        <source>for example A-1007</source>
        <translation>например, A-1007</translation>
    </message>
    <message>
        <source>That is the barcode of a good. Scan the order&apos;s own number</source>
        <translation>Это штрихкод товара. Нужен номер заказа</translation>
    </message>
    <message>
        <source>The Market takes it once: it cannot be changed later</source>
        <translation>Маркет принимает его один раз: потом не изменить</translation>
    </message>
    <message>
        <source>The printed labels do not have this number. Take it with Enter all the same</source>
        <translation>На напечатанных ярлыках его нет. Всё равно принять: Enter</translation>
    </message>
    <message>
        <source>Not only Latin letters: the label&apos;s barcode will be the Market&apos;s number</source>
        <translation>Буквы не латинские: в штрихкоде ярлыка будет номер Маркета</translation>
    </message>
    <message>
        <source>Type the external number</source>
        <translation>Введите внешний номер</translation>
    </message>
    <message>
        <source>Too long: {most} signs at most</source>
        <translation>Слишком длинно: не больше {most} знаков</translation>
    </message>
    <message>
        <source>There are invisible signs in the number</source>
        <translation>В номере есть невидимые знаки</translation>
    </message>
    <message>
        <source>Empty: no numbers are given by themselves</source>
        <translation>Пусто: номера сами не присваиваются</translation>
    </message>
    <message>
        <source>This makes no usable number</source>
        <translation>Такой номер Маркет не примет</translation>
    </message>
    <message>
        <source>All orders of a day would get the same number</source>
        <translation>У всех заказов за день будет один номер</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Например, {example}</translation>
    </message>
</context>
<context>
    <name>Goods</name>
    <message>
        <source>Order {order}</source>
        <translation>Заказ {order}</translation>
    </message>
    <message>
        <source>Box {box}</source>
        <translation>Коробка {box}</translation>
    </message>
    <message>
        <source>box {box}</source>
        <translation>коробка {box}</translation>
    </message>
    <message>
        <source>Honest Sign code</source>
        <translation>код «Честный знак»</translation>
    </message>
    <message>
        <source>UIN</source>
        <translation>УИН</translation>
    </message>
    <message>
        <source>RNPT</source>
        <translation>РНПТ</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>ГТД</translation>
    </message>
    <message>
        <source>country of origin</source>
        <translation>код страны</translation>
    </message>
    <message>
        <source>CIS</source>
        <translation>ЧЗ</translation>
    </message>
    <message>
        <source>country</source>
        <translation>страна</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Экспресс</translation>
    </message>
    <message>
        <source>Put on the security tag</source>
        <translation>Повесьте защитную бирку</translation>
    </message>
    <message>
        <source>Ultima: premium packing</source>
        <translation>Ultima: премиальная упаковка</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не нашли</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждён</translation>
    </message>
    <message>
        <source>Code unreadable</source>
        <translation>Код не читается</translation>
    </message>
    <message>
        <source>Code refused</source>
        <translation>Код отклонён</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Scan an order or pick one from the queue</source>
        <translation>Отсканируйте заказ или выберите его в очереди</translation>
    </message>
    <message>
        <source>{left} of {all} left</source>
        <translation>осталось {left} из {all}</translation>
    </message>
    <message>
        <source>Scan another piece for …{signs}: {good}</source>
        <translation>Отсканируйте другую штуку вместо …{signs}: {good}</translation>
    </message>
    <message>
        <source>All packed. Finish and stick the new labels</source>
        <translation>Всё собрано. Закончите и наклейте новые ярлыки</translation>
    </message>
    <message>
        <source>All packed. Finish?</source>
        <translation>Всё собрано. Закончить?</translation>
    </message>
    <message>
        <source>Everything is missing: put the order aside or cancel it (F7)</source>
        <translation>Ничего нет: отложите или отмените заказ (F7)</translation>
    </message>
    <message>
        <source>Scan the next item</source>
        <translation>Отсканируйте следующий товар</translation>
    </message>
    <message>
        <source>Put each part into a box of its own</source>
        <translation>Положите каждую часть в свою коробку</translation>
    </message>
    <message>
        <source>Scan the Honest Sign code on the item</source>
        <translation>Отсканируйте код «Честный знак» на товаре</translation>
    </message>
    <message>
        <source>Scan the UIN on the tag of the item</source>
        <translation>Отсканируйте УИН на бирке товара</translation>
    </message>
    <message>
        <source>Scan or type the RNPT</source>
        <translation>Отсканируйте или введите РНПТ</translation>
    </message>
    <message>
        <source>Scan or type the GTD number</source>
        <translation>Отсканируйте или введите номер ГТД</translation>
    </message>
    <message>
        <source>Scan or type the country of origin</source>
        <translation>Отсканируйте или введите страну</translation>
    </message>
    <message>
        <source>Order {number} waits on the bench (F2)</source>
        <translation>Заказ {number} ждёт на столе (F2)</translation>
    </message>
    <message>
        <source>What became of the orders that are packed</source>
        <translation>Что стало с упакованными заказами</translation>
    </message>
    <message>
        <source>Settings of this workplace</source>
        <translation>Настройки рабочего места</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Hand-over</source>
        <translation>Выдача</translation>
    </message>
    <message>
        <source>Track numbers</source>
        <translation>Трек-номера</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Отгрузки</translation>
    </message>
    <message>
        <source>Courier&apos;s code</source>
        <translation>Код курьера</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>Статус заказа</translation>
    </message>
    <message>
        <source>DBS orders</source>
        <translation>Заказы DBS</translation>
    </message>
    <message>
        <source>FBS orders</source>
        <translation>Заказы FBS</translation>
    </message>
    <message>
        <source>Express orders</source>
        <translation>Заказы Экспресс</translation>
    </message>
    <message>
        <source>Scan the parcel</source>
        <translation>Отсканируйте посылку</translation>
    </message>
    <message>
        <source>Scan the track number</source>
        <translation>Отсканируйте трек-номер</translation>
    </message>
    <message>
        <source>Now scan its parcel</source>
        <translation>Теперь отсканируйте посылку</translation>
    </message>
    <message>
        <source>Parcel {order}: scan its track number</source>
        <translation>Посылка {order}: отсканируйте трек-номер</translation>
    </message>
    <message>
        <source>Track number {code}: scan its parcel</source>
        <translation>Трек-номер {code}: отсканируйте посылку</translation>
    </message>
    <message>
        <source>{code} goes to order {order}</source>
        <translation>{code} — к заказу {order}</translation>
    </message>
    <message>
        <source>Order {order} has this very number already. Take the next parcel</source>
        <translation>У заказа {order} этот трек-номер уже есть. Берите следующую посылку</translation>
    </message>
    <message>
        <source>Order {order}: {errand}. It is sent now</source>
        <translation>Заказ {order}: {errand}. Отправляем</translation>
    </message>
    <message>
        <source>Taken back: order {order}. Nothing sent</source>
        <translation>Отменено: заказ {order}. Ничего не отправлено</translation>
    </message>
    <message>
        <source>Put down</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Asking the Market for {code}…</source>
        <translation>Ищем {code} на Маркете…</translation>
    </message>
    <message>
        <source>Parcel {code} is not taken. {error}. Put it aside</source>
        <translation>Посылка {code} не принята. {error}. Отложите её</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Track number</source>
        <translation>Трек-номер</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>Scan it</source>
        <translation>Отсканируйте</translation>
    </message>
    <message>
        <source>Track numbers or external numbers by file</source>
        <translation>Трек-номера или внешние номера из файла</translation>
    </message>
    <message>
        <source>external number {number}</source>
        <translation>внешний номер {number}</translation>
    </message>
    <message>
        <source>carried by {service}</source>
        <translation>везёт {service}</translation>
    </message>
    <message>
        <source>has {codes}</source>
        <translation>уже есть {codes}</translation>
    </message>
    <message>
        <source>sent today</source>
        <translation>передано сегодня</translation>
    </message>
    <message>
        <source>waiting: {count}</source>
        <translation>ждут: {count}</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>отказы: {count}</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Сданные посылки</translation>
    </message>
    <message>
        <source>Nothing yet. Scan the parcel, then the carrier&apos;s label: that is all</source>
        <translation>Пока пусто. Отсканируйте посылку, затем наклейку службы доставки — и всё</translation>
    </message>
    <message>
        <source>{count} more are in “Sent”</source>
        <translation>Ещё {count} — на странице «Отправлено»</translation>
    </message>
    <message>
        <source>Undo the last one</source>
        <translation>Отменить последний</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>the Market has it</source>
        <translation>принято Маркетом</translation>
    </message>
    <message>
        <source>An earlier request was refused</source>
        <translation>Ждёт: предыдущий запрос по заказу отклонён</translation>
    </message>
    <message>
        <source>The list of delivery services cannot be read now. The numbers can wait</source>
        <translation>Список служб доставки сейчас не получить. Трек-номера подождут</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>HandoverFaults</name>
    <message>
        <source>no external number in this row</source>
        <translation>в строке нет внешнего номера</translation>
    </message>
    <message>
        <source>no order number in this row</source>
        <translation>в строке нет номера заказа</translation>
    </message>
    <message>
        <source>no track number in this row</source>
        <translation>в строке нет трек-номера</translation>
    </message>
    <message>
        <source>this shop has no such order</source>
        <translation>в магазине нет такого заказа</translation>
    </message>
    <message>
        <source>not a DBS order: it needs no track number</source>
        <translation>не DBS: трек-номер не нужен</translation>
    </message>
    <message>
        <source>the order takes no number in this status</source>
        <translation>в этом статусе заказ номер не примет</translation>
    </message>
    <message>
        <source>the spreadsheet shortened it, its last digits are gone. Store the column as text</source>
        <translation>таблица сократила номер, последние цифры потеряны. Сделайте столбец текстовым</translation>
    </message>
    <message>
        <source>the spreadsheet rounded it after 15 digits. Store the column as text</source>
        <translation>таблица округлила номер после 15 цифр. Сделайте столбец текстовым</translation>
    </message>
    <message>
        <source>its leading zeros are gone. Store the column as text</source>
        <translation>потеряны нули в начале. Сделайте столбец текстовым</translation>
    </message>
    <message>
        <source>a number with a fraction is no number of a parcel</source>
        <translation>дробное число — это не номер</translation>
    </message>
    <message>
        <source>a formula without a result. Save the file in the spreadsheet once more</source>
        <translation>формула без результата. Пересохраните файл в Excel</translation>
    </message>
    <message>
        <source>the formula ended in an error</source>
        <translation>ошибка в формуле</translation>
    </message>
    <message>
        <source>the spreadsheet took it for a date. Store the column as text</source>
        <translation>таблица приняла номер за дату. Сделайте столбец текстовым</translation>
    </message>
    <message>
        <source>the same as row</source>
        <translation>повторяет строку</translation>
    </message>
    <message>
        <source>the same number stands at another order, row</source>
        <translation>этот же номер у другого заказа в строке</translation>
    </message>
    <message>
        <source>the order has another external number in row</source>
        <translation>у заказа другой внешний номер в строке</translation>
    </message>
    <message>
        <source>the order has another external number already</source>
        <translation>у заказа уже есть другой внешний номер</translation>
    </message>
    <message>
        <source>too early to give the order an external number</source>
        <translation>внешний номер давать рано</translation>
    </message>
    <message>
        <source>too late to give the order an external number</source>
        <translation>внешний номер задать уже нельзя</translation>
    </message>
    <message>
        <source>this cannot be an external number</source>
        <translation>это не может быть внешним номером</translation>
    </message>
    <message>
        <source>another external number waits to be sent</source>
        <translation>отправки уже ждёт другой внешний номер</translation>
    </message>
    <message>
        <source>another order has this number</source>
        <translation>этот номер уже у другого заказа</translation>
    </message>
    <message>
        <source>the Market knows no such delivery service</source>
        <translation>Маркет не знает такой службы доставки</translation>
    </message>
    <message>
        <source>the Market could not be asked for this order. Check the table again later</source>
        <translation>не удалось спросить Маркет об этом заказе. Проверьте таблицу позже</translation>
    </message>
    <message>
        <source>The file cannot be opened. Close it in the spreadsheet and try again</source>
        <translation>Файл не открыть. Закройте его в Excel и повторите</translation>
    </message>
    <message>
        <source>The file is too large. Save the sheet alone</source>
        <translation>Файл слишком большой. Сохраните один нужный лист</translation>
    </message>
    <message>
        <source>The table has too many rows. Split it</source>
        <translation>В таблице слишком много строк. Разделите её</translation>
    </message>
    <message>
        <source>There is nothing in the table</source>
        <translation>В таблице ничего нет</translation>
    </message>
    <message>
        <source>This is an old Excel file (.xls). Save it as .xlsx</source>
        <translation>Это старый файл Excel (.xls). Сохраните его как .xlsx</translation>
    </message>
    <message>
        <source>The file has a password. Save it without one</source>
        <translation>Файл под паролем. Сохраните его без пароля</translation>
    </message>
    <message>
        <source>This kind of spreadsheet cannot be read. Save it as .xlsx or .csv</source>
        <translation>Такой формат не прочитать. Сохраните как .xlsx или .csv</translation>
    </message>
    <message>
        <source>This is no table. Save it as .xlsx or .csv</source>
        <translation>Это не таблица. Сохраните как .xlsx или .csv</translation>
    </message>
    <message>
        <source>Columns with orders and numbers were not found. Name them in the first row</source>
        <translation>Не нашлись столбцы с заказами и номерами. Подпишите их в первой строке</translation>
    </message>
    <message>
        <source>The file is damaged. Save it in the spreadsheet once more</source>
        <translation>Файл повреждён. Пересохраните его в Excel</translation>
    </message>
    <message>
        <source>The letters cannot be read. Save it as .xlsx or as CSV UTF-8</source>
        <translation>Буквы не прочитать. Сохраните как .xlsx или CSV UTF-8</translation>
    </message>
</context>
<context>
    <name>HandoverQuestions</name>
    <message>
        <source>Who carries this parcel?</source>
        <translation>Кто везёт эту посылку?</translation>
    </message>
    <message>
        <source>The order has another track number. Add this one?</source>
        <translation>У заказа уже есть другой трек-номер. Добавить этот?</translation>
    </message>
    <message>
        <source>Is this the track number?</source>
        <translation>Это точно трек-номер?</translation>
    </message>
    <message>
        <source>The buyer asks to cancel. Hand it over?</source>
        <translation>Покупатель отменяет заказ. Выдать посылку?</translation>
    </message>
    <message>
        <source>{code}: press a digit, or type the name of the service</source>
        <translation>{code}: нажмите цифру или начните вводить название службы</translation>
    </message>
    <message>
        <source>Scanned: {code}. The Market has: {there}</source>
        <translation>Отсканирован {code}. На Маркете: {there}</translation>
    </message>
    <message>
        <source>Order {order}: the Market has a request for cancellation</source>
        <translation>Заказ {order}: на Маркете есть запрос на отмену</translation>
    </message>
    <message>
        <source>Scan the right one</source>
        <translation>Отсканируйте верный</translation>
    </message>
    <message>
        <source>Scan the right one, or the same once more to take it</source>
        <translation>Отсканируйте верный — или этот же ещё раз, чтобы взять его</translation>
    </message>
    <message>
        <source>its check digit is wrong</source>
        <translation>не сходится контрольная цифра</translation>
    </message>
    <message>
        <source>it has letters that no carrier uses</source>
        <translation>таких букв в трек-номерах не бывает</translation>
    </message>
    <message>
        <source>it has Russian letters that look like Latin ones</source>
        <translation>русские буквы вместо похожих латинских</translation>
    </message>
    <message>
        <source>it is longer than any track number</source>
        <translation>слишком длинный для трек-номера</translation>
    </message>
    <message>
        <source>it is shorter than any track number</source>
        <translation>слишком короткий для трек-номера</translation>
    </message>
    <message>
        <source>it looks like the number of an order</source>
        <translation>похоже на номер заказа</translation>
    </message>
    <message>
        <source>it is the barcode of a product</source>
        <translation>это штрихкод товара</translation>
    </message>
    <message>
        <source>it is a Honest Sign code</source>
        <translation>это код «Честный знак»</translation>
    </message>
    <message>
        <source>it is a web address</source>
        <translation>это ссылка на сайт</translation>
    </message>
    <message>
        <source>no carrier gives such numbers</source>
        <translation>службы доставки таких номеров не дают</translation>
    </message>
    <message>
        <source>another carrier gives such numbers</source>
        <translation>такие номера даёт другая служба доставки</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Scan another one</source>
        <translation>Отсканировать другой</translation>
    </message>
    <message>
        <source>Hold: take it all the same</source>
        <translation>Удерживайте: взять всё равно</translation>
    </message>
    <message>
        <source>Take {code}</source>
        <translation>Взять {code}</translation>
    </message>
    <message>
        <source>Hand it over all the same</source>
        <translation>Всё равно выдать</translation>
    </message>
    <message>
        <source>Put it aside</source>
        <translation>Отложить посылку</translation>
    </message>
    <message>
        <source>Name of the delivery service</source>
        <translation>Название службы доставки</translation>
    </message>
    <message>
        <source>No such service in the Market&apos;s list</source>
        <translation>В списке Маркета такой службы нет</translation>
    </message>
    <message>
        <source>The Market&apos;s list of services has not come yet</source>
        <translation>Список служб с Маркета ещё не пришёл</translation>
    </message>
</context>
<context>
    <name>HandoverRefusals</name>
    <message>
        <source>Order {order} is {model}: the Market&apos;s carrier takes it without a track number</source>
        <translation>Заказ {order} — {model}: его везёт Маркет, трек-номер не нужен</translation>
    </message>
    <message>
        <source>Order {order}: {status}. Put the parcel aside</source>
        <translation>Заказ {order}: {status}. Отложите посылку</translation>
    </message>
    <message>
        <source>{code} is on order {order} already. Scan the right label</source>
        <translation>{code} уже у заказа {order}. Отсканируйте нужную наклейку</translation>
    </message>
    <message>
        <source>That is parcel {other}. First the track number of {order}, or Esc</source>
        <translation>Это посылка {other}. Сначала трек-номер для {order} или Esc</translation>
    </message>
    <message>
        <source>Is {code} of parcel {order}? Scan that parcel again, or Esc</source>
        <translation>{code} — от посылки {order}? Отсканируйте её ещё раз или нажмите Esc</translation>
    </message>
    <message>
        <source>{code} came after {parcel}, put aside. Scan the next parcel</source>
        <translation>{code} — с отложенной посылки {parcel}? Отсканируйте следующую</translation>
    </message>
    <message>
        <source>First the parcel that {code} belongs to, or Esc</source>
        <translation>Сначала посылку для {code} или Esc</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>Сначала ответьте на вопрос</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Order {order} has gone out: it cannot be taken back</source>
        <translation>Заказ {order} уже отправлен: отменить нельзя</translation>
    </message>
    <message>
        <source>Order {order}: the same waits to be sent already</source>
        <translation>Заказ {order}: это уже ждёт отправки</translation>
    </message>
    <message>
        <source>The scan broke on its way. Scan it again</source>
        <translation>Скан повреждён. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Too many scans at once. Wait a moment, then scan it again</source>
        <translation>Слишком много сканов подряд. Подождите и отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>From “{status}” there is no way to “{wanted}”</source>
        <translation>Из «{status}» нельзя перейти в «{wanted}»</translation>
    </message>
    <message>
        <source>{day} cannot be the day. Enter a day from the order until today</source>
        <translation>{day} — неверный день. Введите день от заказа до сегодня</translation>
    </message>
    <message>
        <source>“{status}”: the order cannot be cancelled for this reason now</source>
        <translation>«{status}»: по этой причине отменить уже нельзя</translation>
    </message>
    <message>
        <source>The external number is {number} and stays so</source>
        <translation>Внешний номер уже {number}, его не изменить</translation>
    </message>
    <message>
        <source>Too late to give the order an external number</source>
        <translation>Внешний номер задать уже нельзя</translation>
    </message>
    <message>
        <source>Scan the parcel first</source>
        <translation>Сначала отсканируйте посылку</translation>
    </message>
    <message>
        <source>“{text}” is no parcel of this shop. Scan the parcel first</source>
        <translation>«{text}» — не посылка этого магазина. Сначала отсканируйте посылку</translation>
    </message>
</context>
<context>
    <name>HandoverStatus</name>
    <message>
        <source>Being packed</source>
        <translation>В сборке</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>At the pick-up point</source>
        <translation>В пункте выдачи</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Вручён</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Ещё не подтверждён</translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation>Ещё не оформлен</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>Ещё не оплачен</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возвращён</translation>
    </message>
    <message>
        <source>Returned in part</source>
        <translation>Возвращён частично</translation>
    </message>
    <message>
        <source>Given to the courier</source>
        <translation>Передан в доставку</translation>
    </message>
    <message>
        <source>Arrived at the pick-up point</source>
        <translation>Прибыл в пункт выдачи</translation>
    </message>
    <message>
        <source>Handed to the buyer</source>
        <translation>Вручён покупателю</translation>
    </message>
    <message>
        <source>The shop cannot deliver it</source>
        <translation>Магазин не может доставить</translation>
    </message>
    <message>
        <source>The buyer changed their mind</source>
        <translation>Покупатель передумал</translation>
    </message>
    <message>
        <source>The buyer cannot be reached</source>
        <translation>Покупатель не отвечает</translation>
    </message>
    <message>
        <source>The buyer&apos;s data are wrong</source>
        <translation>Неверные данные покупателя</translation>
    </message>
    <message>
        <source>Nobody came to pick it up</source>
        <translation>Покупатель не пришёл за заказом</translation>
    </message>
    <message>
        <source>Scan or type the order</source>
        <translation>Отсканируйте или введите заказ</translation>
    </message>
    <message>
        <source>DBS orders: the shop itself tells the Market when an order is on its way, has arrived or was handed to the buyer</source>
        <translation>Заказы DBS: магазин сам сообщает Маркету, что заказ в пути, прибыл в пункт выдачи или вручён покупателю</translation>
    </message>
    <message>
        <source>Scan the order whose status changes</source>
        <translation>Отсканируйте заказ, у которого меняется статус</translation>
    </message>
    <message>
        <source>Choose what has become of the order</source>
        <translation>Выберите, что произошло с заказом</translation>
    </message>
    <message>
        <source>Saved. Waiting for the Market&apos;s answer</source>
        <translation>Сохранено. Ждём ответа Маркета</translation>
    </message>
    <message>
        <source>Nothing more can be set for this order</source>
        <translation>Для этого заказа больше ничего не изменить</translation>
    </message>
    <message>
        <source>“{text}” is no order. Scan the parcel&apos;s own label</source>
        <translation>«{text}» — не заказ. Отсканируйте ярлык посылки</translation>
    </message>
    <message>
        <source>The buyer asks to cancel this order</source>
        <translation>Покупатель просит отменить заказ</translation>
    </message>
    <message>
        <source>Day it happened</source>
        <translation>День события</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>if it was earlier: day.month</source>
        <translation>если раньше: день.месяц</translation>
    </message>
    <message>
        <source>This is no day. Type it as 19.11</source>
        <translation>Это не дата. Введите так: 19.11</translation>
    </message>
    <message>
        <source>Not after today, not before the order</source>
        <translation>Не позже сегодня и не раньше заказа</translation>
    </message>
    <message>
        <source>Cancel for good: hold the reason down</source>
        <translation>Отменить навсегда: удерживайте причину</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Another order</source>
        <translation>Другой заказ</translation>
    </message>
</context>
<context>
    <name>HandoverTable</name>
    <message>
        <source>Track numbers</source>
        <translation>Трек-номера</translation>
    </message>
    <message>
        <source>The table brings</source>
        <translation>В таблице</translation>
    </message>
    <message>
        <source>Drop a table with track numbers here</source>
        <translation>Перетащите сюда таблицу с трек-номерами</translation>
    </message>
    <message>
        <source>XLSX, CSV or text. Columns in any order: order, track number and, if you have it, delivery service. Nothing is sent before you have seen every row</source>
        <translation>XLSX, CSV или текст. Столбцы в любом порядке: заказ, трек-номер и, если есть, служба доставки. Ничего не отправится, пока вы не увидите каждую строку</translation>
    </message>
    <message>
        <source>Track number</source>
        <translation>Трек-номер</translation>
    </message>
    <message>
        <source>External numbers</source>
        <translation>Внешние номера</translation>
    </message>
    <message>
        <source>Drop a table with external numbers here</source>
        <translation>Перетащите сюда таблицу с внешними номерами</translation>
    </message>
    <message>
        <source>XLSX, CSV or text. Columns in any order: order and external number. Nothing is sent before you have seen every row</source>
        <translation>XLSX, CSV или текст. Столбцы в любом порядке: заказ и внешний номер. Ничего не отправится, пока вы не увидите каждую строку</translation>
    </message>
    <message>
        <source>External number</source>
        <translation>Внешний номер</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Служба</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не отправлено</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Send rows: {count}</source>
        <translation>Отправить строк: {count}</translation>
    </message>
    <message>
        <source>Service for rows: {count}</source>
        <translation>Служба для строк: {count}</translation>
    </message>
    <message>
        <source>Also the doubtful: {count}</source>
        <translation>И спорные: {count}</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Проблемные</translation>
    </message>
    <message>
        <source>Save what failed: {count}</source>
        <translation>Сохранить отказы: {count}</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>Закрыть таблицу</translation>
    </message>
    <message>
        <source>Switch to them</source>
        <translation>Переключить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Back to the rows</source>
        <translation>Назад к строкам</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>Вставленная таблица</translation>
    </message>
    <message>
        <source>not read: {sheets}</source>
        <translation>не читали: {sheets}</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>Читаем таблицу</translation>
    </message>
    <message>
        <source>Asking the Market for the orders</source>
        <translation>Спрашиваем Маркет о заказах</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>Проверяем строки</translation>
    </message>
    <message>
        <source>Putting the rows in line</source>
        <translation>Ставим строки в очередь</translation>
    </message>
    <message>
        <source>can go: {count}</source>
        <translation>можно отправить: {count}</translation>
    </message>
    <message>
        <source>doubtful: {count}</source>
        <translation>под вопросом: {count}</translation>
    </message>
    <message>
        <source>without a service: {count}</source>
        <translation>без службы: {count}</translation>
    </message>
    <message>
        <source>already there: {count}</source>
        <translation>уже есть: {count}</translation>
    </message>
    <message>
        <source>cannot go: {count}</source>
        <translation>нельзя отправить: {count}</translation>
    </message>
    <message>
        <source>sent: {count}</source>
        <translation>принято: {count}</translation>
    </message>
    <message>
        <source>waiting: {count}</source>
        <translation>ждут: {count}</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>отказы: {count}</translation>
    </message>
    <message>
        <source>not sent: {count}</source>
        <translation>не отправлены: {count}</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>можно отправить</translation>
    </message>
    <message>
        <source>the order has it already</source>
        <translation>у заказа он уже есть</translation>
    </message>
    <message>
        <source>choose the delivery service</source>
        <translation>выберите службу доставки</translation>
    </message>
    <message>
        <source>the order has another track number: this one is added</source>
        <translation>у заказа есть другой трек-номер: этот добавится</translation>
    </message>
    <message>
        <source>the table has two numbers for this order: both will go</source>
        <translation>в таблице два номера для заказа: уйдут оба</translation>
    </message>
    <message>
        <source>the order names another delivery service</source>
        <translation>в заказе другая служба доставки</translation>
    </message>
    <message>
        <source>the buyer asks to cancel</source>
        <translation>покупатель просит отменить</translation>
    </message>
    <message>
        <source>not Latin letters: the label&apos;s barcode will show the Market&apos;s number</source>
        <translation>не латиница: в штрихкоде ярлыка будет номер Маркета</translation>
    </message>
    <message>
        <source>left out: not sent</source>
        <translation>не выбрано: не отправлено</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>Row {line}: {text}</source>
        <translation>Строка {line}: {text}</translation>
    </message>
    <message>
        <source>Which service carries them? It is set in all rows without one: {count}</source>
        <translation>Кто везёт? Служба встанет во все строки без неё: {count}</translation>
    </message>
    <message>
        <source>Open, paste or drop a table</source>
        <translation>Откройте, вставьте или перетащите таблицу</translation>
    </message>
    <message>
        <source>Wait: every row is being looked at</source>
        <translation>Подождите: смотрим каждую строку</translation>
    </message>
    <message>
        <source>Choose the delivery service (F7)</source>
        <translation>Выберите службу доставки (F7)</translation>
    </message>
    <message>
        <source>Look at the rows, then send them (F9)</source>
        <translation>Проверьте строки и отправьте (F9)</translation>
    </message>
    <message>
        <source>Doubtful rows only: mend, close (Esc) or choose (F6)</source>
        <translation>Только спорные: исправьте, закройте (Esc), выберите (F6)</translation>
    </message>
    <message>
        <source>No row is chosen: tick some (Space) or close (Esc)</source>
        <translation>Строки не выбраны: отметьте (пробел) или закройте (Esc)</translation>
    </message>
    <message>
        <source>The orders have it all. Close the table (Esc)</source>
        <translation>У заказов всё уже есть. Закройте таблицу (Esc)</translation>
    </message>
    <message>
        <source>No row can go. Mend the table or close it (Esc)</source>
        <translation>Отправлять нечего. Исправьте таблицу или закройте (Esc)</translation>
    </message>
    <message>
        <source>The rows go out by themselves</source>
        <translation>Строки отправляются сами</translation>
    </message>
    <message>
        <source>Save what failed and mend it (Ctrl+S)</source>
        <translation>Сохраните отказы и исправьте (Ctrl+S)</translation>
    </message>
    <message>
        <source>The Market has every row</source>
        <translation>Маркет принял все строки</translation>
    </message>
    <message>
        <source>Rows checked: {count}</source>
        <translation>Проверено строк: {count}</translation>
    </message>
    <message>
        <source>Rows that go out now: {count}</source>
        <translation>Отправляем строк: {count}</translation>
    </message>
    <message>
        <source>Stopped. Rows that go out all the same: {count}</source>
        <translation>Остановлено. Всё же уйдут строки: {count}</translation>
    </message>
    <message>
        <source>Stopped. Nothing sent</source>
        <translation>Остановлено. Ничего не отправлено</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>{name} cannot be written. Choose another place</source>
        <translation>{name} не записать. Выберите другое место</translation>
    </message>
    <message>
        <source>Nothing was sent: no row is chosen</source>
        <translation>Ничего не отправлено: строки не выбраны</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy the rows in the spreadsheet first</source>
        <translation>Вставлять нечего. Сначала скопируйте строки в Excel</translation>
    </message>
    <message>
        <source>not in the table</source>
        <translation>нет в таблице</translation>
    </message>
    <message>
        <source>guessed: column {letter}</source>
        <translation>угадан: столбец {letter}</translation>
    </message>
    <message>
        <source>“{heading}”</source>
        <translation>«{heading}»</translation>
    </message>
    <message>
        <source>These are track numbers</source>
        <translation>Это трек-номера</translation>
    </message>
    <message>
        <source>These are external numbers</source>
        <translation>Это внешние номера</translation>
    </message>
    <message>
        <source>The column is called {name}. No row was read, nothing is sent</source>
        <translation>Столбец называется {name}. Строки не читали, ничего не отправлено</translation>
    </message>
    <message>
        <source>These are track numbers: switch to them (Ctrl+E)</source>
        <translation>Это трек-номера: переключите (Ctrl+E)</translation>
    </message>
    <message>
        <source>These are external numbers: switch to them (Ctrl+E)</source>
        <translation>Это внешние номера: переключите (Ctrl+E)</translation>
    </message>
    <message>
        <source>Two columns may hold the orders: {first} and {second}. Rename or delete one</source>
        <translation>Заказы — в двух столбцах: {first} и {second}. Переименуйте или удалите лишний</translation>
    </message>
    <message>
        <source>Two columns may hold the track numbers: {first} and {second}. Rename or delete one</source>
        <translation>Трек-номера — в двух столбцах: {first} и {second}. Переименуйте или удалите лишний</translation>
    </message>
    <message>
        <source>Two columns may hold the external numbers: {first} and {second}. Rename or delete one</source>
        <translation>Внешние номера — в двух столбцах: {first} и {second}. Переименуйте или удалите лишний</translation>
    </message>
    <message>
        <source>Two columns may hold the delivery service: {first} and {second}. Rename or delete one</source>
        <translation>Служба доставки — в двух столбцах: {first} и {second}. Переименуйте или удалите лишний</translation>
    </message>
    <message>
        <source>There is no column of orders. The header has: {names}. Name it “Order number”</source>
        <translation>Нет столбца с заказами. В шапке: {names}. Назовите его «Номер заказа»</translation>
    </message>
    <message>
        <source>There is no column of track numbers. The header has: {names}. Name it “Track number”</source>
        <translation>Нет столбца с трек-номерами. В шапке: {names}. Назовите его «Трек-номер»</translation>
    </message>
    <message>
        <source>There is no column of external numbers. The header has: {names}. Name it “External number”</source>
        <translation>Нет столбца с внешними номерами. В шапке: {names}. Назовите его «Внешний номер»</translation>
    </message>
    <message>
        <source>There is no column of delivery services. The header has: {names}</source>
        <translation>Нет столбца со службой доставки. В шапке: {names}</translation>
    </message>
</context>
<context>
    <name>MarketRefusals</name>
    <message>
        <source>The Market refused, without a reason</source>
        <translation>Маркет отказал и не назвал причину</translation>
    </message>
    <message>
        <source>The Market refused: {reason}</source>
        <translation>Маркет отказал: {reason}</translation>
    </message>
    <message>
        <source>The order is in another state at the Market. Look at it anew</source>
        <translation>Статус заказа на Маркете изменился. Обновите заказ</translation>
    </message>
    <message>
        <source>The order is closed: it is ready to ship already. Change it on the Market&apos;s own pages</source>
        <translation>Заказ закрыт: он уже готов к отгрузке. Изменить можно только в кабинете</translation>
    </message>
    <message>
        <source>The Market does not take these boxes. Open the order and mend them</source>
        <translation>Маркет не принял коробки. Откройте заказ и исправьте</translation>
    </message>
    <message>
        <source>The Market does not take a code. Open the order and scan it again</source>
        <translation>Маркет не принял код. Откройте заказ и отсканируйте код ещё раз</translation>
    </message>
    <message>
        <source>The Market does not know this country. Choose it from the list</source>
        <translation>Маркет не знает такой страны. Выберите её из списка</translation>
    </message>
    <message>
        <source>The order already has an external number. Look at it anew</source>
        <translation>У заказа уже есть внешний номер. Обновите заказ</translation>
    </message>
    <message>
        <source>It is too late to give the order an external number</source>
        <translation>Внешний номер задать уже нельзя</translation>
    </message>
    <message>
        <source>The Market still waits for the codes. See how they fare</source>
        <translation>Маркет ещё не проверил коды. Посмотрите, что с ними</translation>
    </message>
    <message>
        <source>The Market does not allow this status now. Look at the order anew</source>
        <translation>Сейчас такой статус поставить нельзя. Обновите заказ</translation>
    </message>
    <message>
        <source>The order cannot be cancelled for this reason. Choose another</source>
        <translation>По этой причине отменить нельзя. Выберите другую</translation>
    </message>
    <message>
        <source>The day of the delivery is wrong. Enter the right one</source>
        <translation>Неверная дата вручения. Введите правильную</translation>
    </message>
    <message>
        <source>This shop&apos;s model cannot do that here. Use the Market&apos;s own pages</source>
        <translation>Для модели этого магазина так нельзя. Сделайте это в кабинете</translation>
    </message>
    <message>
        <source>The Market does not show the buyer in this state</source>
        <translation>В этом статусе Маркет не показывает покупателя</translation>
    </message>
    <message>
        <source>The Market has no shipment to confirm. Look on its own pages</source>
        <translation>Нет отгрузки, которую можно подтвердить. Проверьте в кабинете</translation>
    </message>
    <message>
        <source>No order of the shipment is ready yet. Pack them first</source>
        <translation>В отгрузке ещё нет готовых заказов. Сначала соберите их</translation>
    </message>
    <message>
        <source>Some orders of the shipment are not ready. Finish them first</source>
        <translation>Не все заказы отгрузки готовы. Сначала закончите их</translation>
    </message>
    <message>
        <source>Orders are being taken out of the shipment. Wait up to 30 minutes</source>
        <translation>Заказы исключаются из отгрузки. Подождите до 30 минут</translation>
    </message>
    <message>
        <source>The shipment is confirmed already. Its act is on the Market&apos;s own pages</source>
        <translation>Отгрузка уже подтверждена. Акт есть в кабинете</translation>
    </message>
    <message>
        <source>This person cannot sign the act. Choose another</source>
        <translation>Этот человек не может подписать акт. Выберите другого</translation>
    </message>
    <message>
        <source>The Market does not accept the key. Enter a valid one in the settings</source>
        <translation>Маркет не принимает ключ. Введите верный в настройках</translation>
    </message>
    <message>
        <source>The key may not do this. Make a key with access to orders</source>
        <translation>Ключу это не разрешено. Создайте ключ с доступом к заказам</translation>
    </message>
    <message>
        <source>The shop&apos;s API is switched off. Switch it on on the Market&apos;s own pages</source>
        <translation>API магазина отключён. Включите его в кабинете</translation>
    </message>
    <message>
        <source>The Market is switching this call off. Keep the details for a report</source>
        <translation>Маркет отключает этот запрос. Сохраните подробности и передайте их нам</translation>
    </message>
    <message>
        <source>The Market has no boxes of this order. Send them first</source>
        <translation>На Маркете нет коробок этого заказа. Сначала отправьте их</translation>
    </message>
    <message>
        <source>The boxes are others by now. Print all labels anew</source>
        <translation>Раскладка изменилась. Напечатайте все ярлыки заново</translation>
    </message>
    <message>
        <source>This shop has no such order. Check the shop and the number</source>
        <translation>В этом магазине нет такого заказа. Проверьте магазин и номер</translation>
    </message>
    <message>
        <source>The Market no longer has the file. Have it made anew</source>
        <translation>Файла на Маркете уже нет. Запросите его заново</translation>
    </message>
    <message>
        <source>The Market is moving the shop. It goes on by itself</source>
        <translation>Маркет переносит магазин. Отправка продолжится сама</translation>
    </message>
    <message>
        <source>The Market did not understand the request. Keep the details for a report</source>
        <translation>Маркет не понял запрос. Сохраните подробности и передайте их нам</translation>
    </message>
    <message>
        <source>Look anew</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ</translation>
    </message>
    <message>
        <source>Scan the code again</source>
        <translation>Сканировать код заново</translation>
    </message>
    <message>
        <source>Choose the country</source>
        <translation>Выбрать страну</translation>
    </message>
    <message>
        <source>Look at the codes</source>
        <translation>Проверить коды</translation>
    </message>
    <message>
        <source>Send the boxes</source>
        <translation>Отправить коробки</translation>
    </message>
    <message>
        <source>Print all labels</source>
        <translation>Напечатать все ярлыки</translation>
    </message>
    <message>
        <source>Choose another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Enter the date</source>
        <translation>Ввести дату</translation>
    </message>
    <message>
        <source>Choose who signs</source>
        <translation>Кто подпишет</translation>
    </message>
    <message>
        <source>Show these orders</source>
        <translation>Показать эти заказы</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation>Как это сделать</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Подождать</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Save the details</source>
        <translation>Сохранить подробности</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>Printer “{name}” was lost while printing. Look whether the label is whole</source>
        <translation>Связь с принтером «{name}» прервалась при печати. Посмотрите, целый ли ярлык</translation>
    </message>
    <message>
        <source>No printer is chosen. Choose one in Setup, under Labels</source>
        <translation>Принтер не выбран. Выберите его в Настройках, в карточке «Ярлыки»</translation>
    </message>
    <message>
        <source>There is no printer “{name}”. Choose another one in Setup</source>
        <translation>Нет принтера «{name}». Выберите другой в Настройках</translation>
    </message>
    <message>
        <source>Printer “{name}” does not answer. Is it on, is the cable in?</source>
        <translation>Принтер «{name}» не отвечает. Проверьте питание и кабель</translation>
    </message>
    <message>
        <source>Printer “{name}” is out of paper or ribbon. Put in a new roll</source>
        <translation>В принтере «{name}» кончилась бумага или лента. Вставьте новый рулон</translation>
    </message>
    <message>
        <source>Printer “{name}” is open or jammed. Take the paper out, close it</source>
        <translation>Принтер «{name}» открыт или замял бумагу. Выньте бумагу и закройте его</translation>
    </message>
    <message>
        <source>Printer “{name}” is on pause. Let it go on</source>
        <translation>Принтер «{name}» на паузе. Снимите паузу</translation>
    </message>
    <message>
        <source>Printer “{name}” does not print. Check cable and paper</source>
        <translation>Принтер «{name}» не печатает. Проверьте кабель и бумагу</translation>
    </message>
    <message>
        <source>Printer “{name}” has no paper of the label&apos;s size. Choose the size in Setup</source>
        <translation>В принтере «{name}» нет бумаги размера ярлыка. Выберите размер в Настройках</translation>
    </message>
    <message>
        <source>The folder “{name}” cannot be written. Check the disk</source>
        <translation>Папка «{name}» не записывается. Проверьте диск</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Nothing is packed yet</source>
        <translation>Ещё ничего не собрано</translation>
    </message>
    <message>
        <source>{item}: part {part} of {total} is in no box</source>
        <translation>{item}: часть {part} из {total} не в коробке</translation>
    </message>
    <message>
        <source>{item}: scan the code ({kind})</source>
        <translation>{item}: отсканируйте {kind}</translation>
    </message>
    <message>
        <source>{item}: {reason}</source>
        <translation>{item}: {reason}</translation>
    </message>
    <message>
        <source>{item}: scan the code ({kind}) anew; only its beginning is known</source>
        <translation>{item}: отсканируйте код ({kind}) заново, известно только его начало</translation>
    </message>
    <message>
        <source>{item}: one code is on two units. Scan the other unit&apos;s own code</source>
        <translation>{item}: один код на двух штуках. Отсканируйте код второй</translation>
    </message>
    <message>
        <source>{item}: the code was used in order {order}. Take another piece</source>
        <translation>{item}: код уже в заказе {order}. Возьмите другой товар</translation>
    </message>
    <message>
        <source>{item}: {given} of {count} have a code. Scan all or none</source>
        <translation>{item}: код есть у {given} из {count}. Нужны все или ни одного</translation>
    </message>
    <message>
        <source>{item}: goes without codes. They may be added</source>
        <translation>{item}: уйдёт без кодов. Их можно добавить</translation>
    </message>
    <message>
        <source>{item}: the Market wants “{name}”. Call the manager</source>
        <translation>{item}: Маркет требует «{name}». Позовите старшего</translation>
    </message>
    <message>
        <source>{item}: some are whole and some in parts. The Market may refuse</source>
        <translation>{item}: часть целиком, часть по частям. Маркет может отказать</translation>
    </message>
    <message>
        <source>{item}: split into different numbers of parts. The Market may refuse</source>
        <translation>{item}: разное число частей. Маркет может отказать</translation>
    </message>
    <message>
        <source>{item} is the only good. It cannot be removed, only the order cancelled</source>
        <translation>{item}: единственный товар. Удалить нельзя, можно отменить заказ</translation>
    </message>
    <message>
        <source>Missing goods are {percent} % of the value. Cancel the order instead</source>
        <translation>Не хватает товара на {percent} % суммы. Удалить нельзя, можно отменить заказ</translation>
    </message>
    <message>
        <source>{item} comes from a promotion. It cannot be removed, only the order cancelled</source>
        <translation>{item}: товар по акции. Удалить нельзя, можно отменить заказ</translation>
    </message>
    <message>
        <source>{item} may come from a promotion. The Market may refuse</source>
        <translation>{item}: возможно, из акции. Маркет может отказать</translation>
    </message>
    <message>
        <source>{item} is in parts: remove one in the cabinet</source>
        <translation>{item}: разделён на части, уберите в кабинете</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Which good has this code?</source>
        <translation>На каком товаре этот код?</translation>
    </message>
    <message>
        <source>Which good is it?</source>
        <translation>Какой это товар?</translation>
    </message>
    <message>
        <source>What is this barcode on?</source>
        <translation>На чём этот штрихкод?</translation>
    </message>
    <message>
        <source>The labels are printed already. Change the boxes?</source>
        <translation>Ярлыки уже напечатаны. Изменить коробки?</translation>
    </message>
    <message>
        <source>The boxes were sent already. Change them?</source>
        <translation>Коробки уже отправлены. Изменить их?</translation>
    </message>
    <message>
        <source>Pack whole</source>
        <translation>Положить целиком</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Forget the scan</source>
        <translation>Отменить скан</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не надо</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>no date</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>late</source>
        <translation>просрочен</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>опоздание {time}</translation>
    </message>
    <message>
        <source>late · {time}</source>
        <translation>опоздание · {time}</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>до {time}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>Changed: look</source>
        <translation>Изменился</translation>
    </message>
    <message>
        <source>{packed} of {all} packed</source>
        <translation>собрано {packed} из {all}</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Экспресс</translation>
    </message>
    <message>
        <source>With codes</source>
        <translation>С кодами</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начатые</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>Done and others</source>
        <translation>Готовые и прочие</translation>
    </message>
    <message>
        <source>Search: number or good</source>
        <translation>Поиск: номер или товар</translation>
    </message>
    <message>
        <source>Asking the Market for the orders</source>
        <translation>Спрашиваем заказы у Маркета</translation>
    </message>
    <message>
        <source>Nothing to pack. New orders come by themselves</source>
        <translation>Собирать нечего. Новые заказы придут сами</translation>
    </message>
    <message>
        <source>There is no key yet: paste the shop&apos;s key, and the orders come</source>
        <translation>Ключа пока нет. Вставьте ключ магазина, и заказы придут</translation>
    </message>
    <message>
        <source>No such order in the queue</source>
        <translation>В очереди такого заказа нет</translation>
    </message>
    <message>
        <source>Ask the Market</source>
        <translation>Спросить Маркет</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>на {time}</translation>
    </message>
    <message>
        <source>Orders, most urgent first</source>
        <translation>Заказы, сначала срочные</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The layout is being sent. One moment</source>
        <translation>Раскладка отправляется. Секунду</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Not in this order. Put it aside</source>
        <translation>Этого товара нет в заказе. Отложите его</translation>
    </message>
    <message>
        <source>No order is open. Scan an order first</source>
        <translation>Заказ не открыт. Сначала отсканируйте заказ</translation>
    </message>
    <message>
        <source>The scan came broken. Scan it again</source>
        <translation>Скан пришёл с помехами. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>Not an order. Scan an order number</source>
        <translation>Это не заказ. Отсканируйте номер заказа</translation>
    </message>
    <message>
        <source>Unknown barcode. Scan another one</source>
        <translation>Незнакомый штрихкод. Отсканируйте другой</translation>
    </message>
    <message>
        <source>There is no order {text}. Check the number</source>
        <translation>Нет заказа {text}. Проверьте номер</translation>
    </message>
    <message>
        <source>Already {count} of {count}. Put the extra one aside</source>
        <translation>Таких уже {count} из {count}. Лишний — отложите</translation>
    </message>
    <message>
        <source>The barcode does not tell which piece this is. Scan its own code</source>
        <translation>По штрихкоду не понять, какая это штука. Отсканируйте её код</translation>
    </message>
    <message>
        <source>This is the refused piece. Put it aside, take another</source>
        <translation>Эта штука не прошла проверку. Отложите её, возьмите другую</translation>
    </message>
    <message>
        <source>This code is already on another unit</source>
        <translation>Этот код уже стоит на другой единице</translation>
    </message>
    <message>
        <source>This code is already on another unit: {boxes}</source>
        <translation>Этот код уже стоит на другой единице: {boxes}</translation>
    </message>
    <message>
        <source>No {item} is left there</source>
        <translation>Там больше нет: {item}</translation>
    </message>
    <message>
        <source>There is no box {box}</source>
        <translation>Коробки {box} нет</translation>
    </message>
    <message>
        <source>Box {box} is still empty. Pack into it</source>
        <translation>Коробка {box} ещё пустая. Кладите в неё</translation>
    </message>
    <message>
        <source>All is in boxes. Carry a good to “New box”</source>
        <translation>Всё уже в коробках. Перетащите товар на «Новая коробка»</translation>
    </message>
    <message>
        <source>Box {box} holds a part. Take another box</source>
        <translation>В коробке {box} часть товара. Возьмите другую</translation>
    </message>
    <message>
        <source>Box {box} is not empty. A part travels alone</source>
        <translation>Коробка {box} не пуста. Часть едет отдельно</translation>
    </message>
    <message>
        <source>A good is split into 2 to 99 parts</source>
        <translation>Товар делят на 2–99 частей</translation>
    </message>
    <message>
        <source>Nothing to split: {item}</source>
        <translation>Делить нечего: {item}</translation>
    </message>
    <message>
        <source>{item}: nothing to copy</source>
        <translation>{item}: копировать нечего</translation>
    </message>
    <message>
        <source>{item} is whole already</source>
        <translation>{item}: и так целиком</translation>
    </message>
    <message>
        <source>Goods are missing. Press F9 to decide about them</source>
        <translation>Не хватает товаров. Нажмите F9 и решите, что с ними</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>Сначала ответьте на вопрос</translation>
    </message>
    <message>
        <source>Too fast for the disk. Scan it again</source>
        <translation>Диск не успевает. Отсканируйте ещё раз</translation>
    </message>
    <message>
        <source>That is another order. Finish this one first, or set it aside (F6)</source>
        <translation>Это другой заказ. Сначала закончите этот или отложите его (F6)</translation>
    </message>
    <message>
        <source>This code was sent with order {order}. Take another piece</source>
        <translation>Этот код ушёл с заказом {order}. Возьмите другой товар</translation>
    </message>
    <message>
        <source>This code is of a case or pallet. Scan the code on the good</source>
        <translation>Это код упаковки. Отсканируйте код на товаре</translation>
    </message>
    <message>
        <source>This is an excise stamp. Scan another code on the good</source>
        <translation>Это акцизная марка. Отсканируйте другой код</translation>
    </message>
    <message>
        <source>This code is of no use here. Scan another one</source>
        <translation>Этот код здесь не нужен. Отсканируйте другой</translation>
    </message>
    <message>
        <source>No Honest Sign code is wanted here. Scan the barcode</source>
        <translation>«Честный знак» здесь не нужен. Сканируйте штрихкод</translation>
    </message>
    <message>
        <source>No UIN is wanted here. Scan the barcode</source>
        <translation>УИН здесь не нужен. Сканируйте штрихкод</translation>
    </message>
    <message>
        <source>No RNPT is wanted here. Scan the barcode</source>
        <translation>РНПТ здесь не нужен. Сканируйте штрихкод</translation>
    </message>
    <message>
        <source>No GTD is wanted here. Scan the barcode</source>
        <translation>ГТД здесь не нужна. Сканируйте штрихкод</translation>
    </message>
    <message>
        <source>No country is wanted here. Scan the barcode</source>
        <translation>Страна здесь не нужна. Сканируйте штрихкод</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>What was sent</source>
        <translation>Отправленное</translation>
    </message>
    <message>
        <source>Order, external number or parcel</source>
        <translation>Заказ, внешний номер или посылка</translation>
    </message>
    <message>
        <source>Another order  ↑ ↓</source>
        <translation>Другой заказ  ↑ ↓</translation>
    </message>
    <message>
        <source>“{text}” is not known at this table</source>
        <translation>«{text}» не найден на этом столе</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Ждут вас</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Nobody is waited for</source>
        <translation>Ничего не требует внимания</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Пока ничего не готово</translation>
    </message>
    <message>
        <source>{count} more: find them by number</source>
        <translation>Ещё {count}: найдите по номеру</translation>
    </message>
    <message>
        <source>{what}. Going on at {time}</source>
        <translation>{what}. Продолжим в {time}</translation>
    </message>
    <message>
        <source>{what} Reprinted: {times}</source>
        <translation>{what} Повторно напечатано: {times}</translation>
    </message>
    <message>
        <source>The Market has all of it.</source>
        <translation>Всё передано Маркету.</translation>
    </message>
    <message>
        <source>Printing again: order {order}</source>
        <translation>Печатаем ещё раз: заказ {order}</translation>
    </message>
    <message>
        <source>Boxes are stored, labels are printed.</source>
        <translation>Коробки сохранены, ярлыки напечатаны.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Another piece</source>
        <translation>Другая штука</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Понятно</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Send it all the same</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Yes, they printed</source>
        <translation>Да, напечатались</translation>
    </message>
    <message>
        <source>No, print again</source>
        <translation>Нет, печатать снова</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать снова</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Scan it again</source>
        <translation>Отсканировать заново</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Looking for the key on this computer…</source>
        <translation>Ищем ключ на этом компьютере…</translation>
    </message>
    <message>
        <source>Make an Api-Key in the seller&apos;s cabinet: Settings, API and modules. Copy it and paste it here</source>
        <translation>Создайте Api-Key в кабинете продавца: Настройки → API и модули. Скопируйте его и вставьте сюда</translation>
    </message>
    <message>
        <source>Asking the Market…</source>
        <translation>Спрашиваем Маркет…</translation>
    </message>
    <message>
        <source>This key opens no orders. Make one with access to “Stock and order processing”</source>
        <translation>Ключ не открывает заказы. Создайте ключ с доступом «Обработка заказов и учёт товаров»</translation>
    </message>
    <message>
        <source>The key is valid, but it sees no shop. Add a shop in the cabinet</source>
        <translation>Ключ верный, но магазинов в нём нет. Добавьте магазин в кабинете</translation>
    </message>
    <message>
        <source>This key may only look: nothing can be sent with it. Make one that may change orders</source>
        <translation>С этим ключом можно только смотреть, отправить ничего нельзя. Создайте ключ с правом менять заказы</translation>
    </message>
    <message>
        <source>The key “{name}” works</source>
        <translation>Ключ «{name}» работает</translation>
    </message>
    <message>
        <source>The key works</source>
        <translation>Ключ работает</translation>
    </message>
    <message>
        <source>Paste the key first</source>
        <translation>Сначала вставьте ключ</translation>
    </message>
    <message>
        <source>There are Russian letters in it. Copy the key in the cabinet with the button, do not retype it</source>
        <translation>В ключе русские буквы. Скопируйте его в кабинете кнопкой, не перепечатывайте</translation>
    </message>
    <message>
        <source>More than the key was copied. Copy the key alone</source>
        <translation>Скопировано лишнее. Скопируйте только ключ</translation>
    </message>
    <message>
        <source>The key is not whole. Copy it again, to the last sign</source>
        <translation>Ключ не целый. Скопируйте его ещё раз, до последнего знака</translation>
    </message>
    <message>
        <source>This is no key of the Market: a key begins with ACMA:</source>
        <translation>Это не ключ Маркета: ключ начинается с ACMA:</translation>
    </message>
    <message>
        <source>No connection to the Market. Check the internet and try again</source>
        <translation>Нет связи с Маркетом. Проверьте интернет и попробуйте ещё раз</translation>
    </message>
    <message>
        <source>The Market did not answer. Try again</source>
        <translation>Маркет не ответил. Попробуйте ещё раз</translation>
    </message>
    <message>
        <source>The Market has trouble ({status}). Try again in a few minutes</source>
        <translation>У Маркета неполадки ({status}). Попробуйте через несколько минут</translation>
    </message>
    <message>
        <source>The Market does not know this key. Copy it again in the cabinet</source>
        <translation>Маркет не знает такого ключа. Скопируйте его в кабинете ещё раз</translation>
    </message>
    <message>
        <source>The Market closes its API to this key. Look in the cabinet: Settings, API and modules</source>
        <translation>Маркет не пускает этот ключ в API. Проверьте в кабинете: Настройки → API и модули</translation>
    </message>
    <message>
        <source>The Market is busy. Try again in a minute</source>
        <translation>Маркет занят. Попробуйте через минуту</translation>
    </message>
    <message>
        <source>The Market is busy. Try again at {time}</source>
        <translation>Маркет занят. Попробуйте в {time}</translation>
    </message>
    <message>
        <source>Kept safely by the system</source>
        <translation>Хранится под защитой системы</translation>
    </message>
    <message>
        <source>Given at the start, not kept</source>
        <translation>Задан при запуске, не хранится</translation>
    </message>
    <message>
        <source>{why}. After closing PackDesk paste the key again</source>
        <translation>{why}. После закрытия PackDesk вставьте ключ снова</translation>
    </message>
    <message>
        <source>{why}. A key will hold only until PackDesk is closed</source>
        <translation>{why}. Ключ будет действовать, только пока PackDesk открыт</translation>
    </message>
    <message>
        <source>This system has no store for passwords</source>
        <translation>В системе нет хранилища паролей</translation>
    </message>
    <message>
        <source>The system&apos;s password store is locked</source>
        <translation>Хранилище паролей системы заперто</translation>
    </message>
    <message>
        <source>The system&apos;s password store was not unlocked</source>
        <translation>Хранилище паролей системы не отперли</translation>
    </message>
    <message>
        <source>The system&apos;s password store would keep the key unprotected</source>
        <translation>Хранилище паролей системы не защитит ключ</translation>
    </message>
    <message>
        <source>The system&apos;s password store does not work</source>
        <translation>Хранилище паролей системы не работает</translation>
    </message>
    <message>
        <source>No access to the catalogue: pictures and barcodes are missing, the rest works</source>
        <translation>Нет доступа к каталогу: не будет фото и штрихкодов, остальное работает</translation>
    </message>
    <message>
        <source>The shops are shown when the key works</source>
        <translation>Магазины появятся, когда ключ заработает</translation>
    </message>
    <message>
        <source>The key sees no shop</source>
        <translation>Магазинов в этом ключе нет</translation>
    </message>
    <message>
        <source>No shop can be packed here now. See why below</source>
        <translation>Сейчас нельзя собирать ни один магазин. Причины — ниже</translation>
    </message>
    <message>
        <source>Shops packed here: {chosen} of {all}</source>
        <translation>Собираем здесь магазинов: {chosen} из {all}</translation>
    </message>
    <message>
        <source>Shop {number}</source>
        <translation>Магазин {number}</translation>
    </message>
    <message>
        <source>the Market&apos;s warehouse packs its orders</source>
        <translation>заказы собирает склад Маркета</translation>
    </message>
    <message>
        <source>closed by the Market ({reason}). Ask its support</source>
        <translation>закрыт Маркетом ({reason}). Спросите поддержку</translation>
    </message>
    <message>
        <source>closed: nothing was offered for 90 days. Offer something in the cabinet</source>
        <translation>закрыт: 90 дней нет товаров в продаже. Выставьте товар в кабинете</translation>
    </message>
    <message>
        <source>closed: there is no contract. Sign it in the cabinet</source>
        <translation>закрыт: нет договора. Подпишите его в кабинете</translation>
    </message>
    <message>
        <source>the API was switched off by hand. Switch it on in the cabinet</source>
        <translation>API выключен вручную. Включите его в кабинете</translation>
    </message>
    <message>
        <source>closed: no way of selling is chosen. Choose one in the cabinet</source>
        <translation>закрыт: не выбрана модель работы. Выберите её в кабинете</translation>
    </message>
</context>
<context>
    <name>SetupCards</name>
    <message>
        <source>Setup of this workplace</source>
        <translation>Настройки рабочего места</translation>
    </message>
    <message>
        <source>Key of the shop</source>
        <translation>Ключ магазина</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>Магазины</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ярлыки</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Packer and table</source>
        <translation>Упаковщик и стол</translation>
    </message>
    <message>
        <source>How to work</source>
        <translation>Как работать</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation>Название стола</translation>
    </message>
    <message>
        <source>Who packs</source>
        <translation>Кто собирает</translation>
    </message>
    <message>
        <source>Finish a complete order by itself</source>
        <translation>Заканчивать собранный заказ сразу</translation>
    </message>
    <message>
        <source>Set FBS orders ready only with their shipment</source>
        <translation>Отмечать заказы FBS готовыми только всей отгрузкой</translation>
    </message>
    <message>
        <source>Set DBS orders ready to ship, too</source>
        <translation>Отмечать готовыми и заказы DBS</translation>
    </message>
    <message>
        <source>DBS: set “delivery” after the track number</source>
        <translation>DBS: после трек-номера ставить «Доставка»</translation>
    </message>
    <message>
        <source>Give external numbers by itself</source>
        <translation>Внешний номер по шаблону</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>External numbers: {shop}</source>
        <translation>Внешние номера: {shop}</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Проверить ключ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Сменить ключ</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Оставить прежний</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Забыть ключ</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Нельзя</translation>
    </message>
    <message>
        <source>Order complete</source>
        <translation>Заказ собран</translation>
    </message>
    <message>
        <source>Paste the key: ACMA:…</source>
        <translation>Вставьте ключ: ACMA:…</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Послушать</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker. Look at the colours instead</source>
        <translation>Звука на этом компьютере нет. Смотрите на цвет полосы сверху</translation>
    </message>
    <message>
        <source>The sound files are missing. Install PackDesk again</source>
        <translation>Файлов звуков нет. Установите PackDesk заново</translation>
    </message>
    <message>
        <source>The sounds are off</source>
        <translation>Звуки выключены</translation>
    </message>
    <message>
        <source>Four sounds tell you the answer</source>
        <translation>Четыре звука: ответ слышно, не глядя на экран</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{what}: less</source>
        <translation>{what}: меньше</translation>
    </message>
    <message>
        <source>{what}: more</source>
        <translation>{what}: больше</translation>
    </message>
    <message>
        <source>Language and colours change at once</source>
        <translation>Язык и цвета меняются сразу</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>{packer} packs at “{station}”</source>
        <translation>{packer}, стол «{station}»</translation>
    </message>
    <message>
        <source>The names stand beside every step in the journal</source>
        <translation>Имя и стол записываются в журнал при каждом шаге</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>The name of this computer</source>
        <translation>Имя этого компьютера</translation>
    </message>
    <message>
        <source>A complete order is sent and its labels are printed</source>
        <translation>Собранный заказ сразу отправляется, ярлыки печатаются</translation>
    </message>
    <message>
        <source>A complete order waits for “Finish” before it is sent</source>
        <translation>Собранный заказ ждёт кнопки «Закончить»</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>The settings could not be saved and hold until PackDesk is closed. Check the disk</source>
        <translation>Настройки не сохранились и действуют, пока PackDesk открыт. Проверьте диск</translation>
    </message>
    <message>
        <source>Paste the shop&apos;s key first (F10)</source>
        <translation>Сначала вставьте ключ магазина (F10)</translation>
    </message>
    <message>
        <source>Paste the shop&apos;s key to begin</source>
        <translation>Вставьте ключ магазина, чтобы начать</translation>
    </message>
</context>
<context>
    <name>SetupPrinter</name>
    <message>
        <source>Type the printer&apos;s address: it is on its test page</source>
        <translation>Введите адрес принтера: он есть на его тестовой странице</translation>
    </message>
    <message>
        <source>No printer for labels is there</source>
        <translation>Принтера для ярлыков нет</translation>
    </message>
    <message>
        <source>Labels go to: {printer}</source>
        <translation>Ярлыки уходят сюда: {printer}</translation>
    </message>
    <message>
        <source>This computer has no printer. Add one in the system&apos;s settings</source>
        <translation>На этом компьютере нет принтеров. Добавьте принтер в настройках системы</translation>
    </message>
    <message>
        <source>Choose the printer for labels</source>
        <translation>Выберите принтер для ярлыков</translation>
    </message>
    <message>
        <source>Printing a test label…</source>
        <translation>Печатаем пробный ярлык…</translation>
    </message>
    <message>
        <source>A test label lies in the folder</source>
        <translation>Пробный ярлык лежит в папке</translation>
    </message>
    <message>
        <source>The test label was sent. Is it whole, and does the scanner read it?</source>
        <translation>Пробный ярлык отправлен. Он целый? Сканер его читает?</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>Пробный ярлык</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>Напечатать пробный ярлык</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>Найти принтеры ещё раз</translation>
    </message>
    <message>
        <source>Print to</source>
        <translation>Куда печатать</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>The printer understands</source>
        <translation>Принтер понимает</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Точек на дюйм</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>Чьи ярлыки</translation>
    </message>
    <message>
        <source>Scan each label when it is stuck on</source>
        <translation>Сканировать наклеенный ярлык</translation>
    </message>
    <message>
        <source>for example {address}</source>
        <translation>например, {address}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>Принтер этого компьютера</translation>
    </message>
    <message>
        <source>Network printer</source>
        <translation>Сетевой принтер</translation>
    </message>
    <message>
        <source>The Market&apos;s</source>
        <translation>Маркета</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>Свои</translation>
    </message>
    <message>
        <source>75 × 120 mm</source>
        <translation>75 × 120 мм</translation>
    </message>
    <message>
        <source>40 × 58 mm</source>
        <translation>40 × 58 мм</translation>
    </message>
    <message>
        <source>58 × 40 mm</source>
        <translation>58 × 40 мм</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>лист А4</translation>
    </message>
</context>
<context>
    <name>SetupScanner</name>
    <message>
        <source>Scan the square code of the scanner card now</source>
        <translation>Отсканируйте квадратный код с карточки сканера</translation>
    </message>
    <message>
        <source>That could not be read. Scan the square code again</source>
        <translation>Не прочиталось. Отсканируйте квадратный код ещё раз</translation>
    </message>
    <message>
        <source>The scanner works. Check it with the card</source>
        <translation>Сканер на связи. Проверьте его по карточке</translation>
    </message>
    <message>
        <source>No scan has come yet. Plug the scanner in and scan anything</source>
        <translation>Сканов ещё не было. Подключите сканер и отсканируйте что угодно</translation>
    </message>
    <message>
        <source>The scanner sends every sign of marking codes</source>
        <translation>Сканер передаёт все знаки кодов маркировки</translation>
    </message>
    <message>
        <source>That was something else. Scan the square code of the card</source>
        <translation>Это другой код. Отсканируйте квадратный код с карточки</translation>
    </message>
    <message>
        <source>The scanner drops the separator GS. Switch on “send GS” by its manual</source>
        <translation>Сканер теряет разделитель GS. Включите передачу GS по его инструкции</translation>
    </message>
    <message>
        <source>The scanner sends “{signs}” instead of the separator. Set GS as it is (ASCII 29)</source>
        <translation>Вместо разделителя сканер шлёт «{signs}». Настройте передачу GS как есть (ASCII 29)</translation>
    </message>
    <message>
        <source>Caps Lock turns the letters round. Switch it off and scan the card again</source>
        <translation>Caps Lock меняет регистр букв. Выключите его и отсканируйте карточку снова</translation>
    </message>
    <message>
        <source>The scanner swaps small and large letters. Switch that off by its manual</source>
        <translation>Сканер меняет местами большие и маленькие буквы. Отключите это по его инструкции</translation>
    </message>
    <message>
        <source>The scanner makes all letters of one size. Switch that off by its manual</source>
        <translation>Сканер делает все буквы одного размера. Отключите это по его инструкции</translation>
    </message>
    <message>
        <source>The scanner sends other signs. Set its keyboard to USA by its manual</source>
        <translation>Сканер шлёт другие знаки. Выберите в нём клавиатуру «США» по инструкции</translation>
    </message>
    <message>
        <source>Only a part came. Scan again; if it stays so, choose a longer pause below</source>
        <translation>Пришла только часть кода. Отсканируйте снова; не поможет — увеличьте паузу ниже</translation>
    </message>
    <message>
        <source>Separator: {form}</source>
        <translation>Разделитель: {form}</translation>
    </message>
    <message>
        <source>It puts “{signs}” before each code</source>
        <translation>Перед кодом ставит «{signs}»</translation>
    </message>
    <message>
        <source>It puts “{signs}” after each code</source>
        <translation>После кода ставит «{signs}»</translation>
    </message>
    <message>
        <source>The Russian layout was on: that does no harm</source>
        <translation>Была включена русская раскладка — она не мешает</translation>
    </message>
    <message>
        <source>It is slow ({gap} ms between signs): the pause was set for it</source>
        <translation>Сканер медленный ({gap} мс между знаками): пауза настроена под него</translation>
    </message>
    <message>
        <source>Caps Lock does not disturb this scanner</source>
        <translation>Caps Lock этому сканеру не мешает</translation>
    </message>
    <message>
        <source>arrow down</source>
        <translation>стрелка вниз</translation>
    </message>
    <message>
        <source>It ends a scan with Enter</source>
        <translation>В конце скана — Enter</translation>
    </message>
    <message>
        <source>It ends a scan with Tab</source>
        <translation>В конце скана — Tab</translation>
    </message>
    <message>
        <source>It ends a scan with nothing: works, Enter would be a bit faster</source>
        <translation>В конце скана ничего: работает, но с Enter чуть быстрее</translation>
    </message>
    <message>
        <source>Enter or Tab</source>
        <translation>Enter или Tab</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Обычная</translation>
    </message>
    <message>
        <source>Scan the card</source>
        <translation>Проверить по карточке</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Настроить вручную</translation>
    </message>
    <message>
        <source>Get the card to print</source>
        <translation>Карточка для печати</translation>
    </message>
    <message>
        <source>The sheet with the card: {place}. Print it at 100 %</source>
        <translation>Лист с карточкой: {place}. Печатайте в масштабе 100 %</translation>
    </message>
    <message>
        <source>The sheet could not be saved. Check the free space on the disk</source>
        <translation>Лист не сохранился. Проверьте место на диске</translation>
    </message>
    <message>
        <source>Pause between signs</source>
        <translation>Пауза между знаками</translation>
    </message>
    <message>
        <source>{gap} ms</source>
        <translation>{gap} мс</translation>
    </message>
    <message>
        <source>Ends a scan with</source>
        <translation>Скан заканчивается</translation>
    </message>
    <message>
        <source>Key of the separator</source>
        <translation>Клавиша разделителя</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Commands for the scanner</source>
        <translation>Команды для сканера</translation>
    </message>
    <message>
        <source>Print at 100 %, not fitted to the page, or the codes become too small.</source>
        <translation>Печатайте в масштабе 100 %, без подгонки под страницу, иначе коды будут слишком мелкими.</translation>
    </message>
    <message>
        <source>Keep the sheet on the table and scan what you want to do.</source>
        <translation>Держите лист на столе и сканируйте то, что хотите сделать.</translation>
    </message>
    <message>
        <source>Scanner check</source>
        <translation>Проверка сканера</translation>
    </message>
    <message>
        <source>Scan these codes in Setup. PackDesk then knows how your scanner sends letters, signs and separators.</source>
        <translation>Отсканируйте эти коды в настройках. PackDesk узнает, как ваш сканер шлёт буквы, знаки и разделители.</translation>
    </message>
    <message>
        <source>Like a marking code (DataMatrix)</source>
        <translation>Как код маркировки (DataMatrix)</translation>
    </message>
    <message>
        <source>Like a product barcode (EAN-13)</source>
        <translation>Как штрихкод товара (EAN-13)</translation>
    </message>
    <message>
        <source>Letters and signs (Code 128)</source>
        <translation>Буквы и знаки (Code 128)</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Старший смены</translation>
    </message>
    <message>
        <source>Scan it to confirm that goods leave an order, or that an order is cancelled. Keep the card to yourself.</source>
        <translation>Сканируйте, чтобы подтвердить удаление товара из заказа или отмену заказа. Держите карточку у себя.</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Отменить последнее</translation>
    </message>
    <message>
        <source>New box</source>
        <translation>Новая коробка</translation>
    </message>
    <message>
        <source>Finish the order</source>
        <translation>Закончить заказ</translation>
    </message>
    <message>
        <source>Drop the question</source>
        <translation>Убрать вопрос</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>В очередь</translation>
    </message>
    <message>
        <source>Teach the barcode</source>
        <translation>Запомнить штрихкод</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Ответ {number}</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>The order changed. Look at it first</source>
        <translation>Заказ изменился. Сначала посмотрите</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Ничего не изменилось</translation>
    </message>
    <message>
        <source>This order is being cancelled</source>
        <translation>Этот заказ отменяется</translation>
    </message>
    <message>
        <source>This order cannot be cancelled here. Ask the manager</source>
        <translation>Этот заказ здесь не отменить. Спросите менеджера</translation>
    </message>
    <message>
        <source>Nothing waits for the supervisor</source>
        <translation>Старшему нечего подтверждать</translation>
    </message>
    <message>
        <source>That is the label of order {order}. Swap the labels</source>
        <translation>Это ярлык заказа {order}. Поменяйте ярлыки</translation>
    </message>
    <message>
        <source>The label of {box} was scanned already. Scan another box</source>
        <translation>Ярлык ({box}) уже отсканирован. Сканируйте другую коробку</translation>
    </message>
    <message>
        <source>This label names no box. Scan the barcode with the box&apos;s number</source>
        <translation>На этом ярлыке нет номера коробки. Сканируйте штрихкод с номером коробки</translation>
    </message>
    <message>
        <source>The external number is {number} and stays so</source>
        <translation>Внешний номер уже {number}, его не изменить</translation>
    </message>
    <message>
        <source>Too late to give the order an external number</source>
        <translation>Внешний номер задать уже нельзя</translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>The layout changed: stick the new labels</source>
        <translation>Раскладка изменилась: наклейте новые ярлыки</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Ещё не закончен</translation>
    </message>
    <message>
        <source>Saved. Sending the boxes</source>
        <translation>Сохранено. Отправляем раскладку</translation>
    </message>
    <message>
        <source>Getting the labels</source>
        <translation>Получаем ярлыки</translation>
    </message>
    <message>
        <source>Printing the labels</source>
        <translation>Печатаем ярлыки</translation>
    </message>
    <message>
        <source>Stick the labels. The codes are being checked</source>
        <translation>Наклейте ярлыки. Коды проверяются</translation>
    </message>
    <message>
        <source>Stick the labels. Almost ready</source>
        <translation>Наклейте ярлыки. Почти готово</translation>
    </message>
    <message>
        <source>The connection broke. Asking the Market what it has</source>
        <translation>Связь прервалась. Уточняем у Маркета</translation>
    </message>
    <message>
        <source>Did the labels print?</source>
        <translation>Ярлыки напечатались?</translation>
    </message>
    <message>
        <source>Done. Scan the next order</source>
        <translation>Готово. Отсканируйте следующий заказ</translation>
    </message>
    <message>
        <source>Saved. Sending the external number</source>
        <translation>Сохранено. Отправляем внешний номер</translation>
    </message>
    <message>
        <source>Stick the labels. It is set ready with its shipment</source>
        <translation>Наклейте ярлыки. Станет готов вместе со всей отгрузкой</translation>
    </message>
    <message>
        <source>The order changed at the Market. Nothing is sent before you look</source>
        <translation>Заказ на Маркете изменился. Посмотрите, что изменилось: до этого ничего не отправляется</translation>
    </message>
    <message>
        <source>Scan the label where it sticks: {box}</source>
        <translation>Сканируйте наклеенный ярлык: {box}</translation>
    </message>
    <message>
        <source>The Market&apos;s answer cannot be read. Try again, or ask for help</source>
        <translation>Не удалось прочитать ответ Маркета. Повторите или попросите помощи</translation>
    </message>
    <message>
        <source>Yes, all of them</source>
        <translation>Да, все</translation>
    </message>
    <message>
        <source>No, print again</source>
        <translation>Нет, напечатать ещё раз</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Boxes sent</source>
        <translation>Раскладка отправлена</translation>
    </message>
    <message>
        <source>External number sent</source>
        <translation>Внешний номер отправлен</translation>
    </message>
    <message>
        <source>Labels fetched</source>
        <translation>Ярлыки получены</translation>
    </message>
    <message>
        <source>Labels printed</source>
        <translation>Ярлыки напечатаны</translation>
    </message>
    <message>
        <source>Codes checked</source>
        <translation>Коды проверены</translation>
    </message>
    <message>
        <source>Ready to ship</source>
        <translation>Готов к отгрузке</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Checking codes</source>
        <translation>Проверка кодов</translation>
    </message>
    <message>
        <source>With its shipment</source>
        <translation>Ждёт отгрузку</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Ждёт вас</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>Order {order}: put the piece …{signs} aside</source>
        <translation>Заказ {order}: отложите штуку …{signs}</translation>
    </message>
    <message>
        <source>Order {order}: piece …{signs} out, the new one in: {boxes}</source>
        <translation>Заказ {order}: штуку …{signs} достать, новую положить ({boxes})</translation>
    </message>
    <message>
        <source>It is out</source>
        <translation>Достали</translation>
    </message>
    <message>
        <source>Taken back: {item}</source>
        <translation>Отменено: {item}</translation>
    </message>
    <message>
        <source>Nobody knows this barcode. Is it on your good?</source>
        <translation>Незнакомый штрихкод. Он на вашем товаре?</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>В очередь</translation>
    </message>
    <message>
        <source>No order is open. Scan an order first</source>
        <translation>Заказ не открыт. Сначала отсканируйте заказ</translation>
    </message>
    <message>
        <source>Left as it was</source>
        <translation>Оставили как есть</translation>
    </message>
</context>
<context>
    <name>Tone</name>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Order {order} ({program})</source>
        <translation>Заказ {order} ({program})</translation>
    </message>
    <message>
        <source>  scan {what}: {told}</source>
        <translation>  скан {what}: {told}</translation>
    </message>
    <message>
        <source>  {question} {answer}</source>
        <translation>  {question} {answer}</translation>
    </message>
    <message>
        <source>  it says: {told}</source>
        <translation>  пишет: {told}</translation>
    </message>
    <message>
        <source>  another piece is wanted: {told}</source>
        <translation>  нужна другая штука: {told}</translation>
    </message>
    <message>
        <source>Waited in vain for {what}; shown: {shown}</source>
        <translation>Не дождались: {what}; на экране: {shown}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Коробки</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ярлыки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждён</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Стол</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Выдача</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Маркет</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>ещё не проверен</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>PackDesk made a mistake. Nothing is lost: scan the last thing again</source>
        <translation>В PackDesk случилась ошибка. Ничего не потеряно: отсканируйте последнее ещё раз</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Понятно</translation>
    </message>
</context>
</TS>
