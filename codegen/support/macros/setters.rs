//! Methods that set properties, if the configuration asks for them.

/// Gives a struct a method per property that sets it and gives the struct back:
/// its attributes, the method, the field, how its value is made and of what.
#[allow(unused_macros)]
macro_rules! setters {
    ($type:ty; $($(#[$attribute:meta])* $name:ident $field:ident $how:ident($value:ty);)*) => {
        impl $type {
            $(setter! { $(#[$attribute])* $name $field $how($value) })*
        }
    };
}

/// A method of [`setters`].
#[allow(unused_macros)]
macro_rules! setter {
    ($(#[$attribute:meta])* $name:ident $field:ident one($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<$value>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident exactly($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: $value) -> Self {
            self.$field = Some(value);
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident all($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, values: impl IntoIterator<Item = $value>) -> Self {
            self.$field = Some(values.into_iter().collect());
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident boxed($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<$value>) -> Self {
            self.$field = Some(Box::new(value.into()));
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident many($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, values: impl IntoIterator<Item = impl Into<$value>>) -> Self {
            self.$field = Some(values.into_iter().map(Into::into).collect());
            self
        }
    };
}
