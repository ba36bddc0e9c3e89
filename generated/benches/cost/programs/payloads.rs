//! Documents of about one megabyte, as Graph sends them.

/// Where `@odata.type` stands among an object's members.
#[derive(Clone, Copy)]
pub enum Tag {
    First,
    Second,
    Last,
}

const SIZE: usize = 1_000_000;

/// Objects until there is a megabyte of them.
fn list(object: impl Fn(usize) -> String) -> String {
    let mut text = String::from("[");
    let mut number = 0;
    while text.len() < SIZE {
        if number > 0 {
            text.push(',');
        }
        text += &object(number);
        number += 1;
    }
    text + "]"
}

/// What Graph sends of a user by default, and a little more.
pub fn user(number: usize) -> String {
    format!(
        r##"{{"id":"{number:08x}-7665-43d6-9708-4370863f4e6e","accountEnabled":true,"businessPhones":["+1 425 555 {number:04}"],
"city":"Seattle","companyName":"Contoso","country":"United States","createdDateTime":"2021-07-0{day}T12:{minute:02}:00Z",
"department":"Sales & Marketing","displayName":"Adele Vance {number}","employeeId":"E{number:06}","givenName":"Adele",
"jobTitle":"Retail Manager","mail":"adele{number}@contoso.com","mobilePhone":null,"officeLocation":"18/2111",
"otherMails":["a{number}@example.com","b{number}@example.com"],"postalCode":"98052","preferredLanguage":"en-US","surname":"Vance",
"userPrincipalName":"adele{number}@contoso.com","userType":"Member"}}"##,
        day = number % 9 + 1,
        minute = number % 60,
    )
}

/// Objects with few members.
pub fn users() -> String {
    list(user)
}

/// Objects in objects and lists of them, without a type's name anywhere.
pub fn events() -> String {
    list(|number| {
        let person = |name: &str| format!(r##"{{"name":"{name}","address":"{name}{number}@contoso.com"}}"##);
        format!(
            r##"{{"id":"AAMkAGI{number:08}=","createdDateTime":"2021-07-01T08:00:00.1234567Z","lastModifiedDateTime":"2021-07-02T09:00:00Z",
"categories":["Red category","Travel"],"allowNewTimeProposals":true,
"attendees":[{{"type":"required","status":{{"response":"accepted","time":"2021-07-01T08:05:00Z"}},"emailAddress":{adele}}},
{{"type":"optional","status":{{"response":"none","time":"0001-01-01T00:00:00Z"}},"emailAddress":{megan}}}],
"body":{{"contentType":"html","content":"<html><body>Does \"mid month\" work for you? {number}</body></html>"}},
"bodyPreview":"Does mid month work for you?","end":{{"dateTime":"2021-07-15T14:00:00.0000000","timeZone":"Pacific Standard Time"}},
"hasAttachments":false,"importance":"normal","isAllDay":false,"isCancelled":false,"isOnlineMeeting":true,"isOrganizer":true,
"isReminderOn":true,"location":{{"displayName":"Harry's Bar","locationType":"default","uniqueId":"Harry's Bar","uniqueIdType":"private",
"address":{{"city":"Seattle","countryOrRegion":"US","postalCode":"98052","street":"1 Main Street"}},
"coordinates":{{"latitude":47.672,"longitude":-102.103}}}},
"organizer":{{"emailAddress":{samantha}}},"reminderMinutesBeforeStart":15,
"responseStatus":{{"response":"organizer","time":"0001-01-01T00:00:00Z"}},"sensitivity":"normal","showAs":"busy",
"start":{{"dateTime":"2021-07-15T12:00:00.0000000","timeZone":"Pacific Standard Time"}},"subject":"Let's go for lunch {number}",
"type":"singleInstance"}}"##,
            adele = person("adele"),
            megan = person("megan"),
            samantha = person("samantha"),
        )
    })
}

/// Objects of a derived type.
pub fn attachments(tag: Tag) -> String {
    let name = r##""@odata.type":"#microsoft.graph.fileAttachment","##;
    let (first, second, last) = match tag {
        Tag::First => (name, "", ""),
        Tag::Second => ("", name, ""),
        Tag::Last => ("", "", name),
    };
    let last = last.trim_end_matches(',');
    list(|number| {
        let object = format!(
            r##"{{{first}"id":"AAMkAGI{number:08}=",{second}"contentType":"application/octet-stream","isInline":false,
"lastModifiedDateTime":"2021-07-01T08:00:00Z","name":"report {number}.docx","size":{number},"contentBytes":"UEsDBBQABgAIAAAAIQ{number:06}",
"contentId":"{number:08}@contoso.com","contentLocation":"https://contoso.com/{number}",{last}}}"##,
        );
        object.replace(",}", "}")
    })
}
