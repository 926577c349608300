//! Rows as plain structs: their fields are the columns.

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::Field;

/// A row. A file is read as any record whose columns it has; the others are not touched.
pub trait Record: Sized {
    /// Its columns.
    fn fields() -> Vec<Field>;
    /// Rows as columns.
    fn arrays<'r>(rows: impl Iterator<Item = &'r Self> + Clone) -> Vec<ArrayRef>
    where
        Self: 'r;
    /// Columns as rows; None where one is missing or of another type.
    fn rows(batch: &RecordBatch) -> Option<Vec<Self>>;
    /// About how many bytes it takes.
    fn size(&self) -> usize;
}

/// Two records in one row, side by side.
impl<A: Record, B: Record> Record for (A, B) {
    fn fields() -> Vec<Field> {
        [A::fields(), B::fields()].concat()
    }
    fn arrays<'r>(rows: impl Iterator<Item = &'r Self> + Clone) -> Vec<ArrayRef>
    where
        Self: 'r,
    {
        let mut columns = A::arrays(rows.clone().map(|row| &row.0));
        columns.extend(B::arrays(rows.map(|row| &row.1)));
        columns
    }
    fn rows(batch: &RecordBatch) -> Option<Vec<Self>> {
        Some(A::rows(batch)?.into_iter().zip(B::rows(batch)?).collect())
    }
    fn size(&self) -> usize {
        self.0.size() + self.1.size()
    }
}

/// Makes records of structs.
macro_rules! records {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $of:ty,)* })*) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name { $($(#[$doc])* pub $field: $of,)* }

        impl $crate::table::Record for $name {
            fn fields() -> Vec<arrow_schema::Field> {
                use $crate::table::Cell;
                vec![$(arrow_schema::Field::new(stringify!($field), <$of>::kind(), <$of>::OPTIONAL),)*]
            }
            fn arrays<'r>(rows: impl Iterator<Item = &'r Self> + Clone) -> Vec<arrow_array::ArrayRef> {
                vec![$(<$of as $crate::table::Cell>::column(rows.clone().map(|row| &row.$field)),)*]
            }
            fn rows(batch: &arrow_array::RecordBatch) -> Option<Vec<Self>> {
                $(let $field = batch.column_by_name(stringify!($field))?;)*
                let row = |at: usize| Some($name {
                    $($field: <$of as $crate::table::Cell>::read($field.as_ref(), at)?,)*
                });
                (0..batch.num_rows()).map(row).collect()
            }
            fn size(&self) -> usize {
                0 $(+ $crate::table::Cell::size(&self.$field))*
            }
        }
    )* };
}
pub(crate) use records;
