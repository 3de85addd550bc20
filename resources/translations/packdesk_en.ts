<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n is (are) there</source>
        <translation>
            <numerusform>Only %n is there</numerusform>
            <numerusform>Only %n are there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not finished yet: %n thing(s) to do</source>
        <translation>
            <numerusform>Not finished yet: %n thing to do</numerusform>
            <numerusform>Not finished yet: %n things to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to pack</source>
        <translation>
            <numerusform>%n still to pack</numerusform>
            <numerusform>%n still to pack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) will leave the order for good. It counts as a cancellation</source>
        <translation>
            <numerusform>%n unit will leave the order for good. It counts as a cancellation</numerusform>
            <numerusform>%n units will leave the order for good. It counts as a cancellation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It travels in %n box(es). Split it?</source>
        <translation>
            <numerusform>It travels in %n box. Split it?</numerusform>
            <numerusform>It travels in %n boxes. Split it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Into %n part(s)</source>
        <translation>
            <numerusform>Into %n part</numerusform>
            <numerusform>Into %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>%n to go</numerusform>
            <numerusform>%n to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The quality index falls: it counts as %n cancellation(s) by the shop</source>
        <translation>
            <numerusform>The quality index falls: it counts as %n cancellation by the shop</numerusform>
            <numerusform>The quality index falls: it counts as %n cancellations by the shop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before you finish: %n thing(s)</source>
        <translation>
            <numerusform>Before you finish: %n thing</numerusform>
            <numerusform>Before you finish: %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Packed without %n unit(s). Finish?</source>
        <translation>
            <numerusform>Packed without %n unit. Finish?</numerusform>
            <numerusform>Packed without %n units. Finish?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) need(s) a person</source>
        <translation>
            <numerusform>%n order needs a person</numerusform>
            <numerusform>%n orders need a person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels printed: %n box(es)</source>
        <translation>
            <numerusform>Labels printed: %n box</numerusform>
            <numerusform>Labels printed: %n boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) not sent yet: they go out after the next start. Close once more to leave</source>
        <translation>
            <numerusform>%n order not sent yet: it goes out after the next start. Close once more to leave</numerusform>
            <numerusform>%n orders not sent yet: they go out after the next start. Close once more to leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) confirmed by the Market</source>
        <translation>
            <numerusform>%n order confirmed by the Market</numerusform>
            <numerusform>%n orders confirmed by the Market</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) not as they should be</source>
        <translation>
            <numerusform>%n order not as it should be</numerusform>
            <numerusform>%n orders not as they should be</numerusform>
        </translation>
    </message>
</context>
</TS>
