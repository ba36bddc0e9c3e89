//! The types of the crate `uuid`.

use ::uuid::Uuid;

use super::super::Guid;
use super::InvalidScalar;

impl TryFrom<&Guid> for Uuid {
    type Error = InvalidScalar;

    fn try_from(value: &Guid) -> Result<Self, InvalidScalar> {
        let invalid = |_| InvalidScalar::form(value.as_str(), "a GUID like `8f3c2d1e-0a4b-4c5d-9e6f-123456789abc`");
        Uuid::try_parse(value.as_str()).map_err(invalid)
    }
}

impl From<Uuid> for Guid {
    fn from(value: Uuid) -> Self {
        Guid::new(value.to_string())
    }
}
